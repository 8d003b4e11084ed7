from x.b import f
from x import b
