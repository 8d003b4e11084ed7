import a.b


class K:
    first = a.b.X
    a = a.b.X
    second = a


def f():
    class Inner:
        a = [a.b.X for _ in range(1)] if False else a.b.X

    return Inner.a


print(K.first, K.a, K.second, f())
