from .there import W
from labs.g.here import V
from . import there
