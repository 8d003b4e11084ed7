from pkg import n, s1


def f():
    return n.f(), s1.ID
