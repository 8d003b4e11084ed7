import x.y.c

x.y.c.f()


def g(v: x.y.c.K = x.y.c.K()):
    return [x.y.c.f() for _ in range(3)], f"{x.y.c.f()!r:>{x.y.c.f()}}"
