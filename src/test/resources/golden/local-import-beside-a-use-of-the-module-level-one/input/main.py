import a.b


def f():
    v = a.b.V
    import c.d
    return v, c.d.V


f()
