import a.b

a.b.V = 2
a.b.V += 1
a.b.W[0] = a.b.V
(a.b.V, k) = 1, 2
for a.b.V in range(2):
    pass
del a.b.V
