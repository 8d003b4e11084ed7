import importlib
from unittest import mock

NAMES = ["pkg.b", "pkg.b.f"]
with mock.patch("pkg.b.f"):
    print(importlib.import_module("pkg.b").f(), NAMES)
