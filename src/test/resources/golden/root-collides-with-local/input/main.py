import a.b

x = 1
a.b.f(x)
