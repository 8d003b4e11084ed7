import importlib
from unittest import mock

NAMES = ["pkg.b", "pkg.b.f"]
with mock.patch("core.b.f"):
    print(importlib.import_module("core.b").f(), NAMES)
