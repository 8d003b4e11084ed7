from __future__ import annotations

import a.b
from typing import Callable, Optional


def f(x: a.b.K, *, y: Optional["a.b.K"] = None) -> "dict[str, a.b.K]":
    z: "a.b.K" = x
    return {"a.b": z}


g: Callable[["a.b.K"], a.b.K] = lambda k: k
print(f(a.b.K()), g)
