from unittest import mock

from .a import x
import pkg.a as o

mock.patch("pkg.a.x")
