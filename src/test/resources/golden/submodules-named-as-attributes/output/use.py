from unittest.mock import patch

import c.d
import a.y
import a as package


def test(monkeypatch, other):
    getattr(a, "b").f()
    assert hasattr(a, "b")
    patch.object(package, "b")
    monkeypatch.setattr(a, "b", None)
    monkeypatch.setattr(a, "y", None)
    getattr(package, "y").f()
    getattr(other, "b"), getattr(a, "z"), getattr(a.z, "b")
