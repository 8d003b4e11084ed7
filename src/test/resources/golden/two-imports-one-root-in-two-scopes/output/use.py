import a.c


def f():
    import a, core.b

    return core.b.X + a.c.Y


def g():
    return a.c.Y


print(f(), g())
