try:
    from pkg import old
except ImportError:
    old = None

print(old)
