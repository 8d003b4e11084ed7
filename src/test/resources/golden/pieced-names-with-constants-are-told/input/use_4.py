import os
from unittest import mock

PKG = "a"
mock.patch("{}.b.f".format(PKG))
