from unittest import mock

from .c import x
import pkg.c as o

mock.patch("pkg.c.x")
