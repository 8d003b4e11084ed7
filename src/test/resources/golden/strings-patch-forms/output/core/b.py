def f():
    return 1


D = {}
