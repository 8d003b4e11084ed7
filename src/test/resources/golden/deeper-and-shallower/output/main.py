import x.y.z.b, s2.s

print(x.y.z.b.V, s2.s.V)
