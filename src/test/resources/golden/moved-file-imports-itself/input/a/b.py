V = 1
def f():
    import a.b
    from a.b import V
    from . import b
    from .b import V as W
    return a.b.V, V, b, W
