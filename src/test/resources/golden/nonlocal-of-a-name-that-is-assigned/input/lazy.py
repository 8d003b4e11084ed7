def outer():
    pk = None

    def inner():
        nonlocal pk
        if pk is None:
            import pk.mod
            import pk.other
    inner()
    return pk.mod.X + pk.other.Y

assert outer() == 3
