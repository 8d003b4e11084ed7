from unittest import mock

PKG = "a"


def test():
    with mock.patch(PKG + "." + "b.f"):
        pass
