import os
from unittest import mock

PKG = "a"
mock.patch("%s.b.f" % PKG)
