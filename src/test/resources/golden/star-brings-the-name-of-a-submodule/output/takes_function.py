from pkg import s1


def f():
    return s1()
