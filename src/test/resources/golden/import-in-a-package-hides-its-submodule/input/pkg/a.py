import pkg.m


def f():
    return pkg.m.ID
