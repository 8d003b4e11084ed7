def g():
    import x.b
    from x.b import f
    x.b.f()
    return f


g()
