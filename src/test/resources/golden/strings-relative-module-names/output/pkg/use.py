import importlib

from core import b


def load():
    return importlib.import_module("core.b", __package__), b


def other():
    return importlib.import_module(".c", __package__), [".b"]
