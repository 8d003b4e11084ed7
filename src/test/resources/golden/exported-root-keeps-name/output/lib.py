import pkg.old as old

__all__ = ["old"]
