"""What a crossing costs."""

from .discount import discounted
from .tariff import Tariff

__all__ = ["Tariff", "discounted"]
