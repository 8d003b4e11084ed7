import a.b.c

a.b.c.f()


def g(v: a.b.c.K = a.b.c.K()):
    return [a.b.c.f() for _ in range(3)], f"{a.b.c.f()!r:>{a.b.c.f()}}"
