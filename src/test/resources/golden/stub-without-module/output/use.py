import typing

if typing.TYPE_CHECKING:
    from pkg.high import X
