import importlib


def load(name):
    yield importlib.import_module(f".{name}", __name__)
    yield importlib.import_module("." + name, package=__package__)
    yield importlib.import_module(f".b", __package__)
