import low.b


def f():
    return low.b.Y
