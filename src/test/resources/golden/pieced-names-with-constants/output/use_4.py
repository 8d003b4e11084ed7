from unittest import mock

PKG = "a"


def test():
    with mock.patch("%s.e.f" % PKG):
        pass
