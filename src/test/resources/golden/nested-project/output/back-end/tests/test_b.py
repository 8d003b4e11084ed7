from pkg.c import x
from pkg import c as a, b
import pkg.c

print(pkg.c.x)
