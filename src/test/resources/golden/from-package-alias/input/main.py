from a import b as o

o.f()
