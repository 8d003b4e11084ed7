import m.beta.marks as marks


@marks.marked
def V():
    return marks.ID
