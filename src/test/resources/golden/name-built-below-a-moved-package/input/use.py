import importlib


def load(name):
    return importlib.import_module(f"labs.plugins.{name}")


def add(name):
    return importlib.import_module("labs.plugins." + name)
