try:
    import old
except ImportError:
    old = None

if old is not None:
    old.f()
