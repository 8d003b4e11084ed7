import importlib

m = importlib.import_module("x.b", package="a")
n = importlib.import_module("x.b", "a")
