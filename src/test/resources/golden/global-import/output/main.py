def load():
    global a, x
    import x.b


def use():
    return x.b.f()


load()
use()
