from .there import W
from .here import V
from . import there
