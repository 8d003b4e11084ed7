import importlib


def load(name):
    return importlib.import_module(f"labs.{name}")


def add(name):
    return importlib.import_module("labs." + name)


def other(name):
    return importlib.import_module(f"logs.{name}")
