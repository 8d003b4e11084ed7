from . import b as o, c

print(o, c)
