from . import b as _b
