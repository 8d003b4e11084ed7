def read():
    from x.reader import Reader
    return Reader
