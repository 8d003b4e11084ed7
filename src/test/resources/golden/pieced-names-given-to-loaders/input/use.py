import importlib
from unittest import mock

PACKAGE = "labs"


def loaded():
    return [
        importlib.import_module("labs" + ".x"),
        importlib.import_module(".".join(["labs", "x"])),
        importlib.import_module("labs.%s" % "x"),
        importlib.import_module("%s.%s" % ("labs", "x")),
        importlib.import_module("{}.x".format("labs")),
        importlib.import_module(f"{'labs'}.x"),
    ]


def patched():
    with mock.patch("labs" + ".x.f"), mock.patch("labs" ".x" + ".f"):
        pass
    with mock.patch("labs.x" + ".f"):
        pass


def partly():
    return importlib.import_module(f"{PACKAGE}.x"), importlib.import_module(PACKAGE + ".x")
