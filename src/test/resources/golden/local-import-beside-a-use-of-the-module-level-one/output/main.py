import x.b


def f():
    v = x.b.V
    import x.d as d
    return v, d.V


f()
