try:
    import pkg.old as old
except ImportError:
    old = None

if old is not None:
    old.f()
