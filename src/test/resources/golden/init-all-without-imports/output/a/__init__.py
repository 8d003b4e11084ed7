"""Docs."""

from x import b
__all__ = ("b",)
