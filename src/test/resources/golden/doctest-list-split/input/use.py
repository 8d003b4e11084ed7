def f():
    """
    >>> from labs import clock, other
    >>> clock.x
    1
    """
