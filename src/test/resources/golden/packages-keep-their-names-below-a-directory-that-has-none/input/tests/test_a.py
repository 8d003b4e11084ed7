from unittest import mock

from pkg.a import A


@mock.patch("pkg.b.B", 2)
def test_a():
    assert A
