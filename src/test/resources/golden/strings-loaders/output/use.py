import importlib
import importlib.util
import pkgutil
import runpy

importlib.import_module("core.b")
importlib.import_module(name="core.b")
importlib.util.find_spec("core.b")
__import__("core.b")
pkgutil.resolve_name("core.b:f")
pkgutil.resolve_name("core.b.f")
runpy.run_module("core.b", run_name="__main__")
importlib.reload(importlib.import_module('core.b'))
