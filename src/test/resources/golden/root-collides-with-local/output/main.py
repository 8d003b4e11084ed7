import x.b as b

x = 1
b.f(x)
