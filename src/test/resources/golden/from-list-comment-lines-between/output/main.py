from a import (
    # about b and what follows
    # about c

    # about d
    d, e,  # d and e
)
from x import (
    b,  # b itself
    c,
)

print(b, c, d, e)
