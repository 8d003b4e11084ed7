import a.b


def f(value):
    match value:
        case {"a": a}:
            return a.b
        case [*a]:
            return a
        case str() as a:
            return a.b


print(f({"a": slice}) if False else a.b.VALUE)
