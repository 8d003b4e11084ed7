def outer():
    ns = None

    def inner():
        nonlocal ns
        import ns.mod
        return ns.mod.X
    inner()
    return ns


assert outer()
