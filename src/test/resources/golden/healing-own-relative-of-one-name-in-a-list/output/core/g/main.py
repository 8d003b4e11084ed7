def late():
    from . import only_there
    from labs.g import here
    return here, only_there
