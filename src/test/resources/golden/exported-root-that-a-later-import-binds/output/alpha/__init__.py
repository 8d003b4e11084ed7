import fresh.work
from fresh import work as core

__all__ = ["core"]
