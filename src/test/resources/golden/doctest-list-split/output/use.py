def f():
    """
    >>> from labs import other
    >>> from core import clock
    >>> clock.x
    1
    """
