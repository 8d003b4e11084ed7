from .b import X

print(X)
