import pkg
from pkg import ccode

print(ccode("x"), pkg.ccode("y"))
