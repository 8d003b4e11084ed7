from unittest import mock

PKG = "a"


def test():
    with mock.patch(PKG + ".e.f"):
        pass
