import core.b


class K:
    first = core.b.X
    a = core.b.X
    second = a


def f():
    class Inner:
        a = [core.b.X for _ in range(1)] if False else core.b.X

    return Inner.a


print(K.first, K.a, K.second, f())
