import os
from unittest import mock

PKG = "a"
mock.patch(f"{PKG}.b.f")
