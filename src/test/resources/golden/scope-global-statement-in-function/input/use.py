def load():
    global a
    import a.b


def read():
    return a.b.VALUE


load()
print(read())
