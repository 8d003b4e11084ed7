def query():
    from .store import get
    from . import store
    return store.__name__.split(".")[0]
