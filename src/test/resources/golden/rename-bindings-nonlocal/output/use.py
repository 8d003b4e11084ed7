def outer():
    from core import fresh as old

    def inner():
        nonlocal old
        return old.X

    return inner()


print(outer())
