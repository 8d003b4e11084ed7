from a.b import B
from a.c import C
