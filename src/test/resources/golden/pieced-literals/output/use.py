import importlib
from unittest import mock


def load():
    importlib.import_module("core." + "timer")
    importlib.import_module("core.timer" "")


def patched():
    with mock.patch("core.timer" ".tick"):
        pass
    with mock.patch(
        "core.timer."
        "tick"
    ):
        pass
    with mock.patch("core.timer." + "tick"):
        pass
