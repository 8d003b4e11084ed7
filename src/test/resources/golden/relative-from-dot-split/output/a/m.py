from . import c
from x import b as o

print(o, c)
