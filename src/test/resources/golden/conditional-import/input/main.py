from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from a.b import f
try:
    from a.b import f as g
except ImportError:
    from a import b as g
else:
    import a.b
finally:
    pass
