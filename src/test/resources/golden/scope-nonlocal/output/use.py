def outer():
    import a, core.b

    def inner():
        nonlocal a
        return core.b.VALUE

    def shadowing():
        a = None
        return a

    return inner(), shadowing(), core.b.VALUE


print(outer())
