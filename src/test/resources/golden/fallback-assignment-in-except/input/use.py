try:
    from a import b
except ImportError:
    b = None

try:
    from a.b import f
except (ImportError, AttributeError):
    def f():
        return 0

print(b and b.f(), f())
