def late(given):
    # type: (int) -> None
    import core.clock

    found = None  # type: core.clock.Clock
    return [found for one in range(given)]


def other():
    labs = None
    found = labs  # type: labs.clock.Clock
    return found
