try:
    from labs.g._speedups import fast
except ImportError:
    fast = None
try:
    from ....beyond import nothing
except (ImportError, ValueError):
    pass
