from __future__ import annotations
import typing
import x.b


def g(v: "x.b.K", w: typing.Optional["x.b.K"] = None) -> "list[x.b.K]":
    u: 'x.b.K' = v
    return typing.cast("x.b.K", u)


L: typing.Literal["a.b.K"]
