import pkg.n


def f():
    from pkg import s1

    return s1.ID
