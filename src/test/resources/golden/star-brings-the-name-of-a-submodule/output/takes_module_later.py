import pkg.n


def f():
    from m import s1

    return s1.ID
