import pkgutil
from importlib import resources


def texts():
    yield pkgutil.get_data(__package__, "tpl/x.txt")
    yield resources.files(__package__) / "tpl"
    yield pkgutil.get_data("a", "tpl/x.txt")
