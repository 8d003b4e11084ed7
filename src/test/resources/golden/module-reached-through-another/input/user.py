import mid


def f():
    return mid.pk.mod.X + mid.pk.other.Y
