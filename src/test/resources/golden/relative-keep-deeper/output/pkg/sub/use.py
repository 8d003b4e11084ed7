from ..other.b import X
from ..other import b

print(X, b.X)
