import y.b

v = y.b.V
del y
