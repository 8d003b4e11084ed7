from a.c import B
from a.b import C
import a.c as o
