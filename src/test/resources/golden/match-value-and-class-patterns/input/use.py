import a.b


def name(value):
    match value:
        case a.b.RED:
            return "red"
        case a.b.Point(x=0) | a.b.Point(1):
            return "near"
        case {"key": a.b.RED, **rest}:
            return rest
        case [a.b.Point() as point, *_]:
            return point.x
        case _ if value == a.b.RED:
            return None


print(name("red"), name(a.b.Point(0)), name({"key": "red", "b": 1}), name([a.b.Point(7)]))
