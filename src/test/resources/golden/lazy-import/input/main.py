def g():
    import a.b
    from a.b import f
    a.b.f()
    return f


g()
