from unittest import mock

from core.inner.helpers import f
from units.inner.checks import check


@mock.patch("core.inner.helpers.f")
def test_f(patched):
    check(f)
