from .inner import f
from . import other
