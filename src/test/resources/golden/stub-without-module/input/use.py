import typing

if typing.TYPE_CHECKING:
    from pkg.low import X
