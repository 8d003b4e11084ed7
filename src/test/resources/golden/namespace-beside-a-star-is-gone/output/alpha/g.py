import alpha.types.x as u
from . import types as w


def f():
    return w.x.ID, u.ID
