import pkg.a

x = pkg.a.ID

import pkg.a


def f():
    return pkg.a.ID, x
