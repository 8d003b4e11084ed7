def outer():
    from pkg import old

    def inner():
        nonlocal old
        return old.X

    return inner()


print(outer())
