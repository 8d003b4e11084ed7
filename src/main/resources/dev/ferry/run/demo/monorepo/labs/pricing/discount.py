"""Discounts on tariffs."""

from .tariff import Tariff  # the list price
from ..clock import parse

EARLY = parse("06:00")


def discounted(vehicle, minute, tariff=Tariff()):
    """Early crossings cost a fifth less."""
    price = tariff.price(vehicle)
    return price * 4 // 5 if minute < EARLY else price
