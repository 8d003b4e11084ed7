"""Docs."""
from .c import V
from x import b

__all__ = ["b", "V"]
