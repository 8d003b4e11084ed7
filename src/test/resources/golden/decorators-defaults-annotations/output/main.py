import x.b


@x.b.d
def f(p=x.b.V, *args: x.b.K, q: "x.b.K" = x.b.K(), **kw) -> x.b.K:
    y: x.b.K = x.b.K()
    return lambda z=x.b.V: (z, x.b.V)


class C(x.b.K, metaclass=type):
    v = x.b.V
    del v
