import core.b


def caught():
    try:
        raise ValueError
    except ValueError as a:
        return str(a.args)


def outer():
    try:
        core.b.f()
    except core.b.Wrong as wrong:
        return wrong.b


print(caught(), outer())
