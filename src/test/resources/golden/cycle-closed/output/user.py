import high.b


def f():
    return high.b.Y
