def outer():
    pk = reg = None

    def inner():
        nonlocal pk, reg
        if pk is None:
            import reg.more
            import pk.other
    inner()
    return reg.more.X + pk.other.Y

assert outer() == 3
