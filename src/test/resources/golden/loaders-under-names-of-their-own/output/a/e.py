import importlib
import importlib.util
from importlib import import_module as load

again = load
other = importlib.import_module
find = importlib.util.find_spec


class Loader:
    load = None


def test():
    assert load("c.d", __package__).f() == 1
    assert again("c.d", package="a").f() == 1
    assert other("c.d").f() == 1 and other(name="c.d", package=__package__).f() == 1
    assert find("c.d") and find("c.d", "a")
    assert Loader.load is None or Loader().load(".b")


test()
