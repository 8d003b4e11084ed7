from labs.pkg.deep.leaf import Y

print(Y)
