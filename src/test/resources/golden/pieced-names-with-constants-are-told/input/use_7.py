import os
from unittest import mock

PKG = "a"
os.system("python -m %s.b" % PKG)
