from importlib import import_module
import importlib
from unittest import mock
from unittest.mock import patch

m = import_module("a.b")
n = importlib.import_module(name="a.b")


@patch("a.b.f")
@mock.patch('a.b.K.method', create=True)
@mock.patch.dict("a.b.K.__dict__", {})
@mock.patch.multiple("a.b", f=1)
def g(): pass


def h(monkeypatch):
    monkeypatch.setattr("a.b.f", None)
    monkeypatch.delattr("a.b.f")
