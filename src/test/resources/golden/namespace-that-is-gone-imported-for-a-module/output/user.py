def f():
    import m.c
    import m.c
    return m.c.V
