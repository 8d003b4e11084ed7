import x.b


def outer():
    def inner():
        return (lambda: x.b.V)(), [x.b.f() for _ in "ab"], f"{x.b.V!r}"

    return inner
