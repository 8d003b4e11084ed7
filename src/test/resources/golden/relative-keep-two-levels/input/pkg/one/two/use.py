from .b import X
from ..two.b import X as again
from ...one.two import b

print(X, again, b)
