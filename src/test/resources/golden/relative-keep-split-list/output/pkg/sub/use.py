from . import (
    c,  # the second
)
from ..other import b  # the first

print(b.X, c.Y)
