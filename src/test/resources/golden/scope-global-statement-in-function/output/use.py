def load():
    global a, core
    import core.b


def read():
    return core.b.VALUE


load()
print(read())
