def outer(ns):
    def inner():
        nonlocal ns
        import ns.mod
        return ns.mod.X
    return inner() + ns.mod.X


assert outer(1) == 2
