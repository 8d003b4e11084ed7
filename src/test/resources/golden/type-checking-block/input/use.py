from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import a.b
    from a import b as other
    from a.b import K as Kay


def f(x: "a.b.K", y: "other.K", z: "Kay") -> "list[a.b.K]":
    return [x, y, z]


print(f(1, 2, 3))
