from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from x.b import f
try:
    from x.b import f as g
except ImportError:
    from x import b as g
else:
    import x.b
finally:
    pass
