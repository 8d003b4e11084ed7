def outer():
    import pk.other

    def inner():
        nonlocal pk
        import reg.mod
        return reg.mod.X + pk.other.Y
    return inner() + pk.other.Y


assert outer() == 5
