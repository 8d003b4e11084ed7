from .old import f
from . import old
