from a import (b, c,
               d)

print(b, c, d)
