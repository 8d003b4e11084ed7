import contextlib


class Thing:
    b = 3


@contextlib.contextmanager
def opened():
    yield Thing()
