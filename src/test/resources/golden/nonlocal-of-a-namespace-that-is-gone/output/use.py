def outer():
    import reg.mod

    def inner():
        other = 1
        nonlocal reg
        import reg.mod
        return reg.mod.X
    return inner() + reg.mod.X


assert outer() == 2

