from typing import List
import labs.clock

x = []  # type: List[labs.clock.Clock]  # noqa
y = None  # type: ignore[labs.clock]


def f(a, b):
    # type: (labs.clock.Clock, int) -> labs.clock.Clock
    for c in x:  # type: labs.clock.Clock
        return c  # labs.clock in prose
    return a
