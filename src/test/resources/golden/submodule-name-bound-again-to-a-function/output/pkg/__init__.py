from . import c as ccode
from .printer import ccode
