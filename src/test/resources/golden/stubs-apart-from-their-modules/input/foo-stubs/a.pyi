from foo.a import x as x
from foo.b import z
