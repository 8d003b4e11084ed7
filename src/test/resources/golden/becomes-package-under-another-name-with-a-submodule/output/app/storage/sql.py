def query():
    from . import get
    from .. import storage as store
    return store.__name__.split(".")[0]
