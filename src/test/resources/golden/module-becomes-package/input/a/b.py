from .c import V
from . import c


def f(): pass
