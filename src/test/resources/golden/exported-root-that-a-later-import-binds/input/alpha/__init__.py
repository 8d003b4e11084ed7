import core.work
from core import work as core

__all__ = ["core"]
