import core.b


def name(value):
    match value:
        case core.b.RED:
            return "red"
        case core.b.Point(x=0) | core.b.Point(1):
            return "near"
        case {"key": core.b.RED, **rest}:
            return rest
        case [core.b.Point() as point, *_]:
            return point.x
        case _ if value == core.b.RED:
            return None


print(name("red"), name(core.b.Point(0)), name({"key": "red", "b": 1}), name([core.b.Point(7)]))
