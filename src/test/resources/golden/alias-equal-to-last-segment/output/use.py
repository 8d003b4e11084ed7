import core.b as b
from core import b as b, b as again

print(b.X, again.X)
