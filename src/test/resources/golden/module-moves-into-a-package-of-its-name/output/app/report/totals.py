from .. import money


def total():
    return money.sum()
