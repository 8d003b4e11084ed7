def outer():
    ns = None

    def inner():
        nonlocal ns
        import ns.mod
        return ns.mod.X
    return inner() + ns.mod.X


assert outer() == 2
