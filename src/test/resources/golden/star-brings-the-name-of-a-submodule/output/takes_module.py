from pkg import n
from m import s1


def f():
    return n.f(), s1.ID
