def read():
    from lib.core.io.reader import Reader
    return Reader
