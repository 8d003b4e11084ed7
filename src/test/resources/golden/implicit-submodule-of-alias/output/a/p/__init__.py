from x import b as _b
