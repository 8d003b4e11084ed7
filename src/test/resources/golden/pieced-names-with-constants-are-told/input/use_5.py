import os
from unittest import mock

PKG = "a"
name = f"{PKG}.b"
