from unittest import mock


def patched():
    with mock.patch("labs" + ".x.f"):
        pass
