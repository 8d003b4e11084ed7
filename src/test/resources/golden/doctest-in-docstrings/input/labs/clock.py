"""A clock.

>>> from labs.clock import tick
>>> tick()
1
"""


def tick():
    """
    >>> import labs.clock
    >>> labs.clock.tick()
    1
    """
    return 1
