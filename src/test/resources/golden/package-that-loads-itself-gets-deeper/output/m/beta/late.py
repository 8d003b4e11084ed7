import m.beta.marks


def use():
    return m.beta.marks.ID
