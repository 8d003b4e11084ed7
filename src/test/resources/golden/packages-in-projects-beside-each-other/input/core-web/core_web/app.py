import core.tools
from core import tools
from core.tools import f


def g():
    return core.tools.f() + tools.f() + f()
