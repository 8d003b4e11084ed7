from . import ccode
from .printer import ccode
