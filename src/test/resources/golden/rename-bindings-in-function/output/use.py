def outer():
    from core import fresh

    def inner():
        return [fresh.X for _ in range(2)]

    return inner, lambda: fresh.X


def other(old):
    return old


print(outer()[0](), outer()[1](), other(3))
