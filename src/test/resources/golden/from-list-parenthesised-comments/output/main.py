from a import (
    c,  # the third
    d,
)
from x import b  # the second letter

print(b, c, d)
