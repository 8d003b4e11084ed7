import a.b


def caught():
    try:
        raise ValueError
    except ValueError as a:
        return str(a.args)


def outer():
    try:
        a.b.f()
    except a.b.Wrong as wrong:
        return wrong.b


print(caught(), outer())
