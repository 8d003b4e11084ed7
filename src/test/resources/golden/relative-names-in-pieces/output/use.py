from importlib import import_module


def load(name):
    yield import_module(f".b", "a")
    yield import_module("." + "b", package="a")
    yield import_module("." + name, "a")
    yield import_module(f".{name}", package="c")
    yield import_module(f".{name}", name)
