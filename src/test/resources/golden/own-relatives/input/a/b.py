from .c import V
from . import c
from . import c as k
