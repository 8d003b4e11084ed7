from __future__ import annotations
import typing
import a.b


def g(v: "a.b.K", w: typing.Optional["a.b.K"] = None) -> "list[a.b.K]":
    u: 'a.b.K' = v
    return typing.cast("a.b.K", u)


L: typing.Literal["a.b.K"]
