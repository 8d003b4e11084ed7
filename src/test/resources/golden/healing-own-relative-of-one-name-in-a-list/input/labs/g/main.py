def late():
    from . import here, only_there
    return here, only_there
