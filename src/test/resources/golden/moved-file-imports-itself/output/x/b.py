V = 1
def f():
    import x.b
    from x.b import V
    from . import b
    from .b import V as W
    return x.b.V, V, b, W
