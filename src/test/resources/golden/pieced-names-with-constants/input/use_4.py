from unittest import mock

PKG = "a"


def test():
    with mock.patch("%s.b.f" % PKG):
        pass
