from core.pack.deep.leaf import Y

print(Y)
