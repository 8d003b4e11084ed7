import a.b
from typing import Annotated, Literal, TypeVar, cast

T = TypeVar("T", bound="a.b.K")
k = cast("a.b.K", a.b.K())
ks = cast("list[a.b.K]", [])
named: Annotated["a.b.K", "left alone"] = k
word: Literal["K"] = "K"
print(T, k, ks, named, word)
