import x.y.a as a

x = a.ID

import x.y.a as a


def f():
    return a.ID, x
