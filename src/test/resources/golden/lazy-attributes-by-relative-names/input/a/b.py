def f():
    return 1


class K:
    pass
