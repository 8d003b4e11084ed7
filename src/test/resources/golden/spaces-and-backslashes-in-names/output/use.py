import core . b
from core \
    . b import X
from core.b import \
    X as other
print(core . b . X, core \
    .b.X, X, other)
print((core
       .b
       .X))
