import labs.clock


def now():
    """Says the time.

    >>> labs.clock.tick()
    1
    >>> from labs import clock
    >>> for _ in range(1):
    ...     from labs.clock import tick
    ...     print(tick)
    <function labs.clock.tick>

    labs.clock is mentioned here too.
    """
    text = """
    >>> import labs.clock
    """
    return labs.clock.tick(), text
