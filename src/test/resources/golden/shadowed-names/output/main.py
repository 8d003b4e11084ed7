import x.b


class A:
    b = 1


def g(a):
    return a.b.f


def h():
    a = A()
    return a.b


def i():
    return x.b.f(a=1), [a.b for a in [A()]], (lambda a: a.b)(A())


h(), i()
