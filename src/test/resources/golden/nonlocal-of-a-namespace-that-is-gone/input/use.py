def outer():
    import ns.mod

    def inner():
        other = 1
        nonlocal ns
        import ns.mod
        return ns.mod.X
    return inner() + ns.mod.X


assert outer() == 2

