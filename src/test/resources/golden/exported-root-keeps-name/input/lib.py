import old

__all__ = ["old"]
