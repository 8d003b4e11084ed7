from unittest.mock import patch

import a.b
import a.x
import a as package


def test(monkeypatch, other):
    getattr(a, "b").f()
    assert hasattr(a, "b")
    patch.object(package, "b")
    monkeypatch.setattr(a, "b", None)
    monkeypatch.setattr(a, "x", None)
    getattr(package, "x").f()
    getattr(other, "b"), getattr(a, "z"), getattr(a.z, "b")
