import a.b

v = a.b.V
del a
