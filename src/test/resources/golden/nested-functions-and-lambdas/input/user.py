import a.b


def outer():
    def inner():
        return (lambda: a.b.V)(), [a.b.f() for _ in "ab"], f"{a.b.V!r}"

    return inner
