import pkg.b

print(pkg.b.X)
