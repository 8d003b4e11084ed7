import a.b as o

o.f()
