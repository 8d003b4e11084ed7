import x.b

x.b.V = 2
x.b.V += 1
x.b.W[0] = x.b.V
(x.b.V, k) = 1, 2
for x.b.V in range(2):
    pass
del x.b.V
