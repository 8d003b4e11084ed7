values = [1, 2

def g():
    from a.b import f
    import a.b
    return a.b.f()
