from pkg import old

__all__ = ["old"]
