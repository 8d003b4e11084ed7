from a import (b)
from a import (
    b as other,
)
from a.b import (X,)  # kept

print(b.X, other.X, X)
