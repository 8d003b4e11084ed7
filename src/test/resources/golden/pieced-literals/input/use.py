import importlib
from unittest import mock


def load():
    importlib.import_module("labs." + "clock")
    importlib.import_module("labs.clock" "")


def patched():
    with mock.patch("labs.clock" ".tick"):
        pass
    with mock.patch(
        "labs.clock."
        "tick"
    ):
        pass
    with mock.patch("labs.clock." + "tick"):
        pass
