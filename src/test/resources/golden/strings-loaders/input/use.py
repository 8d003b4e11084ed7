import importlib
import importlib.util
import pkgutil
import runpy

importlib.import_module("pkg.b")
importlib.import_module(name="pkg.b")
importlib.util.find_spec("pkg.b")
__import__("pkg.b")
pkgutil.resolve_name("pkg.b:f")
pkgutil.resolve_name("pkg.b.f")
runpy.run_module("pkg.b", run_name="__main__")
importlib.reload(importlib.import_module('pkg.b'))
