import a.b


def swap(pairs):
    (a, [c, *rest]) = pairs
    return a.b, c, rest


def starred(*a, **others):
    return len(a), others


print(swap((a.b.P, [2, 3])), starred(a.b.P, b=a.b.P))
