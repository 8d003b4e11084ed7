from .s.b import f
from .s import b
