from core import (b)
from core import (
    b as other,
)
from core.b import (X,)  # kept

print(b.X, other.X, X)
