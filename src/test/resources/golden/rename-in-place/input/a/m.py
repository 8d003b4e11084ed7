from .old import f
from . import old as o
