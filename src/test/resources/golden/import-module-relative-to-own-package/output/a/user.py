from importlib import import_module

m = import_module(".c", __package__)
