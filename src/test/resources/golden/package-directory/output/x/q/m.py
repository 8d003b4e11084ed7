from a.u import V
from . import n


def f():
    return V, n.W
