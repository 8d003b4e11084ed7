import core.b

if (found := core.b.find("x")) is not None:
    print(found.group())


def hidden(pairs):
    if any((a := pair) for pair in pairs):
        return a.b


class Pair:
    b = 2


print(hidden([Pair]), [y for x in "ax" if (y := core.b.find(x))])
