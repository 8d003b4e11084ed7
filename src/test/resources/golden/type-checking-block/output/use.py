from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import core.b
    from core import b as other
    from core.b import K as Kay


def f(x: "core.b.K", y: "other.K", z: "Kay") -> "list[core.b.K]":
    return [x, y, z]


print(f(1, 2, 3))
