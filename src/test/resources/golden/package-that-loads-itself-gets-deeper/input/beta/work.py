import beta.marks


@beta.marks.marked
def V():
    return beta.marks.ID
