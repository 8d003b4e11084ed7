from .b import X
from . import b

print(X, b.X)
