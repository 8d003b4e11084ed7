from __future__ import annotations

import core.b
from typing import Callable, Optional


def f(x: core.b.K, *, y: Optional["core.b.K"] = None) -> "dict[str, core.b.K]":
    z: "core.b.K" = x
    return {"core.b": z}


g: Callable[["core.b.K"], core.b.K] = lambda k: k
print(f(core.b.K()), g)
