from .b import f
from . import b as k
