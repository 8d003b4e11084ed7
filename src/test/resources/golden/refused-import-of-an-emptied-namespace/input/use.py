def f():
    import ns
    return ns
