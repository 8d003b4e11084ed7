from y.s import t
from .n import N
