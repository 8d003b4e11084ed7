from unittest import mock

from core.tools import f
from units.checks import check


@mock.patch("core.tools.f")
def test_f(patched):
    check(f)
