import a.b as a

print(a.X, a.b)
