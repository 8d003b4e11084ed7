import lib.core.io

class Reader:
    source = lib.core.io
