from x import b as o

o.f()
