try:
    import a.b
except ImportError:
    a = None

v = a.b.V if a is not None else 0
