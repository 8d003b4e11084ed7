from unittest import mock

PKG = "a"


def test():
    with mock.patch("{0}.e.f".format(PKG)):
        pass
