import core.b

print(core.b.X)
