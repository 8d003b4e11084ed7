from a import (
    b,  # the second letter
    d  # the fourth
)

print(b, d)
