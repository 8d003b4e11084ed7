import x.b as o

o.f()
