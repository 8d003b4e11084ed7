import a.b as b
from a import b as b, b as again

print(b.X, again.X)
