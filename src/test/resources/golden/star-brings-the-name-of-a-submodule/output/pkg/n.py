import m.s1


def f():
    return m.s1.ID
