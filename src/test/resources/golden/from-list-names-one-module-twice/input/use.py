from a import b, c, b as again

print(b.X, c.X, again.X)
