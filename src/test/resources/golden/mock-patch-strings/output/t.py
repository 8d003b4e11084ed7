from importlib import import_module
import importlib
from unittest import mock
from unittest.mock import patch

m = import_module("x.b")
n = importlib.import_module(name="x.b")


@patch("x.b.f")
@mock.patch('x.b.K.method', create=True)
@mock.patch.dict("x.b.K.__dict__", {})
@mock.patch.multiple("x.b", f=1)
def g(): pass


def h(monkeypatch):
    monkeypatch.setattr("x.b.f", None)
    monkeypatch.delattr("x.b.f")
