from unittest import mock


def patched():
    with mock.patch("core" + ".y.f"):
        pass
