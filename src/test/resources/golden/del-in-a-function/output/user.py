def f():
    import x.b as m
    v = m.V
    del m
    return v
