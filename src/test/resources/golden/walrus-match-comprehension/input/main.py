import a.b


def f(v):
    match v:
        case a.b.V:
            return 1
        case a.b.K(x=1):
            return 2
        case {"k": a.b.V}:
            return 3
    if (n := a.b.V):
        return n
    return [a.b.V for q in range(3) if a.b.V]


f(1)
