"""Docs."""

__all__ = ("b",)
