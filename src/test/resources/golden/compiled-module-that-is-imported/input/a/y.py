from .x import f
from . import x
