from foo.k.c import x as x
from foo.b import z
