import importlib
from unittest import mock

PACKAGE = "labs"


def loaded():
    return [
        importlib.import_module("labs" + ".y"),
        importlib.import_module(".".join(["labs", "y"])),
        importlib.import_module("labs.%s" % "y"),
        importlib.import_module("%s.%s" % ("labs", "y")),
        importlib.import_module("{}.y".format("labs")),
        importlib.import_module(f"{'labs'}.y"),
    ]


def patched():
    with mock.patch("labs" + ".y.f"), mock.patch("labs" ".y" + ".f"):
        pass
    with mock.patch("labs.y" + ".f"):
        pass


def partly():
    return importlib.import_module(f"{PACKAGE}.y"), importlib.import_module(PACKAGE + ".y")
