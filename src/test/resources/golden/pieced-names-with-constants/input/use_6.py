from unittest import mock

PKG = "a"


def test():
    with mock.patch(".".join([PKG, "b", "f"])):
        pass
