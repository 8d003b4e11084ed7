from .s import t
from .n import N
