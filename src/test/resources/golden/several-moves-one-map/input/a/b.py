from a.c import V
from .c import V as W
