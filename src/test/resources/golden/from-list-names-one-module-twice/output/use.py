from a import c
from core import b, b as again

print(b.X, c.X, again.X)
