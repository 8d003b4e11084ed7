import a, x.b

v = x.b.V
del a
