try:
    from core import fresh as old
except ImportError:
    old = None

print(old)
