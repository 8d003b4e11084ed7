from a import (
    # about b and what follows
    b,  # b itself
    # about c
    c,

    # about d
    d, e,  # d and e
)

print(b, c, d, e)
