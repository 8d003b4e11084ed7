class Box:
    b = 1


def key(x):
    return x
