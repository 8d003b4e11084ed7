from ...b import X
from ...b import X as again
from ... import b

print(X, again, b)
