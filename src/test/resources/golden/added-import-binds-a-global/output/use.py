def load():
    global pkg, x, y
    import x.a
    import y.b


load()
from y.b import ID


def f():
    return x.a.ID, y.b.ID
