import x.b as x_b


def g(x, b):
    return x_b.f(x)


g(1, 2)
