try:
    import a, x.b
except ImportError:
    a = None

v = x.b.V if a is not None else 0
