"""A clock.

>>> from core.timer import tick
>>> tick()
1
"""


def tick():
    """
    >>> import core.timer
    >>> core.timer.tick()
    1
    """
    return 1
