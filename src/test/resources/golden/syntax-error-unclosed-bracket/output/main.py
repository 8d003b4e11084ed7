values = [1, 2

def g():
    from x.b import f
    import x.b
    return x.b.f()
