from core.money import CENT
from .b import B

A = B + CENT
