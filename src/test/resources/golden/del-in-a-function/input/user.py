def f():
    import a.b as m
    v = m.V
    del m
    return v
