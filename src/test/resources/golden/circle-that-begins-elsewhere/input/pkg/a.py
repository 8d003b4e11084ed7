try:
    import other
except ImportError:
    other = None


def f():
    return other
