from a import (b,
               d)
from x import c

print(b, c, d)
