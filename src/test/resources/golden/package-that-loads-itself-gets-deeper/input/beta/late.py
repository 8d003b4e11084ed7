import beta.marks


def use():
    return beta.marks.ID
