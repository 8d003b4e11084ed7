from unittest import mock

PKG = "a"


def test():
    with mock.patch("%s.%s" % (PKG, "e")):
        pass
