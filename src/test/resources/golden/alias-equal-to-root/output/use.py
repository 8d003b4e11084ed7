import core.b as a

print(a.X, a.b)
