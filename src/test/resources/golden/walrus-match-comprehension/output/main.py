import x.b


def f(v):
    match v:
        case x.b.V:
            return 1
        case x.b.K(x=1):
            return 2
        case {"k": x.b.V}:
            return 3
    if (n := x.b.V):
        return n
    return [x.b.V for q in range(3) if x.b.V]


f(1)
