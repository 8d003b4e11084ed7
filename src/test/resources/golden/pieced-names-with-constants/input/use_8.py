from unittest import mock

PKG = "a"


def test():
    with mock.patch("{0}.b.f".format(PKG)):
        pass
