def outer():
    ns = reg = None

    def inner():
        nonlocal ns, reg
        import reg.mod
        return reg.mod.X
    inner()
    return reg


assert outer()
