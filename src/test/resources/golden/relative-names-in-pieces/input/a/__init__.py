import importlib


def load(name):
    return importlib.import_module(f".{name}", __name__), importlib.import_module(f".z.{name}", "a")
