import core.inner.helpers
from core.inner import helpers as tools
from core.inner.helpers import f


def g():
    return core.inner.helpers.f() + tools.f() + f()
