from . import (
    b,  # the first
    c,  # the second
)

print(b.X, c.Y)
