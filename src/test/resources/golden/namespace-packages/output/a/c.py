from x.y.b import f
from x.y import b
