from typing import List
import core.timer

x = []  # type: List[core.timer.Clock]  # noqa
y = None  # type: ignore[labs.clock]


def f(a, b):
    # type: (core.timer.Clock, int) -> core.timer.Clock
    for c in x:  # type: core.timer.Clock
        return c  # labs.clock in prose
    return a
