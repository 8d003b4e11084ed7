V = 1


def f():
    return V
