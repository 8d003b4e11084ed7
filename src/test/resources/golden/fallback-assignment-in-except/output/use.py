try:
    from core import b
except ImportError:
    b = None

try:
    from core.b import f
except (ImportError, AttributeError):
    def f():
        return 0

print(b and b.f(), f())
