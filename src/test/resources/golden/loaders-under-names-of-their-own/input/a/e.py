import importlib
import importlib.util
from importlib import import_module as load

again = load
other = importlib.import_module
find = importlib.util.find_spec


class Loader:
    load = None


def test():
    assert load(".b", __package__).f() == 1
    assert again(".b", package="a").f() == 1
    assert other("a.b").f() == 1 and other(name=".b", package=__package__).f() == 1
    assert find("a.b") and find(".b", "a")
    assert Loader.load is None or Loader().load(".b")


test()
