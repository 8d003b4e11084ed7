import a.b


def g(x, b):
    return a.b.f(x)


g(1, 2)
