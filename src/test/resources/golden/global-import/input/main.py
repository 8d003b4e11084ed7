def load():
    global a
    import a.b


def use():
    return a.b.f()


load()
use()
