MODULE = "a.b"


def f(): pass
