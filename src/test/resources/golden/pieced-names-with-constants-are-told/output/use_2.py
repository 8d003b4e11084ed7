import os
from unittest import mock

PKG = "a"
mock.patch(PKG + ".b.f")
