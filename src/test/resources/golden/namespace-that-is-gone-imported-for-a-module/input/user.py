def f():
    import n
    import n.a
    return n.a.V
