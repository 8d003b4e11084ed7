from a.c import B
from a.d import C
