from labs import X

print(X)
