from pkg import b
from pkg.sub.c import C

A = b.B + C
