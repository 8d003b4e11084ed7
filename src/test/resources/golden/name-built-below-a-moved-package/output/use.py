import importlib


def load(name):
    return importlib.import_module(f"core.extensions.{name}")


def add(name):
    return importlib.import_module("core.extensions." + name)
