NAMES = ["pkg.b"]


def load():
    return __import__("pkg.b")
