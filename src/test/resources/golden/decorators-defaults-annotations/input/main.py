import a.b


@a.b.d
def f(p=a.b.V, *args: a.b.K, q: "a.b.K" = a.b.K(), **kw) -> a.b.K:
    y: a.b.K = a.b.K()
    return lambda z=a.b.V: (z, a.b.V)


class C(a.b.K, metaclass=type):
    v = a.b.V
    del v
