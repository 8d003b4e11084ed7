from unittest import mock

PKG = "a"


def test():
    with mock.patch("{}.b.f".format(PKG)):
        pass
