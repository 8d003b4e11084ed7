from core.b import X

print(X)
