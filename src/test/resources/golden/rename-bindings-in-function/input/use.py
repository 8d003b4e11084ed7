def outer():
    from pkg import old

    def inner():
        return [old.X for _ in range(2)]

    return inner, lambda: old.X


def other(old):
    return old


print(outer()[0](), outer()[1](), other(3))
