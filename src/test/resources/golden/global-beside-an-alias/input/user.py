def load(x):
    return x


x = 3


def get():
    global work
    import work


def use():
    get()
    return work.V, x
