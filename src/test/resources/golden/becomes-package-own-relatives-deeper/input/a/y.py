class Y:
    pass


def back():
    from .x import same
    from . import x
    return same() and x.same()
