import x.b


class T:
    b = 2


def f(v):
    match v:
        case a:
            return a.b


def g():
    with open("f") as a:
        return a.b


def h():
    for a in [T()]:
        return a.b


def i():
    try:
        pass
    except ValueError as a:
        return a.b


def j():
    return (a := T()).b, a.b


f(T()), h(), i(), j(), x.b.V
