import b
from two import b as long

print(b.X, long.X)
