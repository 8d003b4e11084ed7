import importlib
from unittest import mock

PACKAGE = "labs"
PLUGIN = "x"
whole = "labs" + ".x"
joined = ".".join(["labs", "x"])
formatted = "%s.x" % "labs"
plain = "labs.x" ".f"
field = f"{PACKAGE}.x"


def load(name):
    importlib.import_module(f"{PACKAGE}.x")
    importlib.import_module("labs.%s" % name)
    importlib.import_module("labs.{}".format(name))
    importlib.import_module(".".join(["labs", name]))
    importlib.import_module(PACKAGE + "." + name)


def other(PACKAGE):
    importlib.import_module(PACKAGE + ".x")
    mock.patch("labs".upper() + ".x")
    return "labs" + ".xylophone"
