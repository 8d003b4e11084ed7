import a.c


def f():
    import a.b

    return a.b.X + a.c.Y


def g():
    return a.c.Y


print(f(), g())
