import importlib

m = importlib.import_module(".b", package="a")
n = importlib.import_module(".b", "a")
