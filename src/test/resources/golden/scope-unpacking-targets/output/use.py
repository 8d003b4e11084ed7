import core.b


def swap(pairs):
    (a, [c, *rest]) = pairs
    return a.b, c, rest


def starred(*a, **others):
    return len(a), others


print(swap((core.b.P, [2, 3])), starred(core.b.P, b=core.b.P))
