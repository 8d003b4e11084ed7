from core import fresh as old

__all__ = ["old"]
