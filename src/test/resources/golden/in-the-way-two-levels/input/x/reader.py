import lib.io

class Reader:
    source = lib.io
