import a.b


def with_target():
    with open(__file__) as a:
        return a.name


def for_target(things):
    for a in things:
        yield a.b


def neither():
    with a.b.opened() as thing:
        return thing.b


print(with_target() != "", list(for_target([a.b.Thing])), neither())
