class Wrong(Exception):
    b = "attribute"


def f():
    raise Wrong
