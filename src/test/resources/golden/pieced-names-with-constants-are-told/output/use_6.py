import os
from unittest import mock

PKG = "a"
os.system(f"python -m {PKG}.b --check")
