from shared import old

print(old.X)
