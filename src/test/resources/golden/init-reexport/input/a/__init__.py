from .b import f, g

__all__ = ["f", "g"]
