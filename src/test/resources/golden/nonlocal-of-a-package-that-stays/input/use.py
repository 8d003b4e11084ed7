def outer():
    import pk.other

    def inner():
        nonlocal pk
        import pk.mod
        return pk.mod.X + pk.other.Y
    return inner() + pk.other.Y


assert outer() == 5
