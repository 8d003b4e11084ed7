import pkg.s1


def f():
    return pkg.s1.ID
