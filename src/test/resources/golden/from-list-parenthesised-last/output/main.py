from a import (
    b,  # the second letter
)
from x import d  # the fourth

print(b, d)
