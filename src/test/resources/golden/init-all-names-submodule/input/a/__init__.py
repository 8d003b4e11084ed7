"""Docs."""
from .c import V

__all__ = ["b", "V"]
