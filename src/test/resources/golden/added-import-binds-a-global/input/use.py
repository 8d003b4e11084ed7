def load():
    global pkg
    import pkg.a


load()
from pkg.b import ID


def f():
    return pkg.a.ID, pkg.b.ID
