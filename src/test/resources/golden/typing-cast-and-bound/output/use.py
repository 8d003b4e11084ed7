import core.b
from typing import Annotated, Literal, TypeVar, cast

T = TypeVar("T", bound="core.b.K")
k = cast("core.b.K", core.b.K())
ks = cast("list[core.b.K]", [])
named: Annotated["core.b.K", "left alone"] = k
word: Literal["K"] = "K"
print(T, k, ks, named, word)
