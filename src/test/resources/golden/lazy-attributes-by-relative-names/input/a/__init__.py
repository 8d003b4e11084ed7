import importlib

_lazy = {"f": ".b", "K": "a.b", "g": ".e", "v": "..b"}
_modules = [".b", ".e"]
SUFFIXES = (".bak", ".b4")


def __getattr__(name):
    if name in _lazy:
        return getattr(importlib.import_module(_lazy[name], __name__), name)
    if name == "b":
        return importlib.import_module(".b", __name__)
    raise AttributeError(name)
