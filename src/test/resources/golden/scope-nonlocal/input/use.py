def outer():
    import a.b

    def inner():
        nonlocal a
        return a.b.VALUE

    def shadowing():
        a = None
        return a

    return inner(), shadowing(), a.b.VALUE


print(outer())
