def late(given):
    # type: (int) -> None
    import labs.clock

    found = None  # type: labs.clock.Clock
    return [found for one in range(given)]


def other():
    labs = None
    found = labs  # type: labs.clock.Clock
    return found
