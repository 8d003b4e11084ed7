def f():
    return 1


class K:
    pass


app = 3
