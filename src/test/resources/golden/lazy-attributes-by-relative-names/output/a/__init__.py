import importlib

_lazy = {"f": "c.d", "K": "c.d", "g": ".e", "v": "..b"}
_modules = ["c.d", ".e"]
SUFFIXES = (".bak", ".b4")


def __getattr__(name):
    if name in _lazy:
        return getattr(importlib.import_module(_lazy[name], __name__), name)
    if name == "b":
        return importlib.import_module("c.d", __name__)
    raise AttributeError(name)
