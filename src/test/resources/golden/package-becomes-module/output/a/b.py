from .c import V
from . import c
