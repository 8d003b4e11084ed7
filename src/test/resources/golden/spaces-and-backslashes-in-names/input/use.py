import a . b
from a \
    . b import X
from a.b import \
    X as other
print(a . b . X, a \
    .b.X, X, other)
print((a
       .b
       .X))
