from unittest import mock

PKG = "a"


def test():
    with mock.patch("{}.e.f".format(PKG)):
        pass
