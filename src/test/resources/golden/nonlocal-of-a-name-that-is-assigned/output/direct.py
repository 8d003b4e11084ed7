def outer():
    ns = reg = None

    def inner():
        nonlocal ns, reg
        import reg.mod
        return reg.mod.X
    return inner() + reg.mod.X


assert outer() == 2
