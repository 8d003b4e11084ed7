from unittest import mock

PKG = "a"


def test():
    with mock.patch(f"{PKG}.b.f"):
        pass
