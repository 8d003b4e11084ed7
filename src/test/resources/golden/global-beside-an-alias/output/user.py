def load(x):
    return x


x = 3


def get():
    global work, x_work
    import x.work as x_work


def use():
    get()
    return x_work.V, x
