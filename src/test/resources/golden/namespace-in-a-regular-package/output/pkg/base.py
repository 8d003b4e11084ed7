BASE = 0
from .parts import two
