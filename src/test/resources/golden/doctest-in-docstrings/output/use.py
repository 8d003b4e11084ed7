import core.timer


def now():
    """Says the time.

    >>> core.timer.tick()
    1
    >>> from core import timer as clock
    >>> for _ in range(1):
    ...     from core.timer import tick
    ...     print(tick)
    <function labs.clock.tick>

    labs.clock is mentioned here too.
    """
    text = """
    >>> import labs.clock
    """
    return core.timer.tick(), text
