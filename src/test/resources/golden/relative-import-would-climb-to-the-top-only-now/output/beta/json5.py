import gamma4
from gamma4 import ID


def late():
    import gamma4 as x

    return [x.ID, gamma4.ID, ID]
