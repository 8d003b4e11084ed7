from a import (
    b,  # the second letter
    c,  # the third
    d,
)

print(b, c, d)
