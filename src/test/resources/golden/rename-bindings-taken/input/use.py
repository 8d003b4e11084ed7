from pkg import old

fresh = 2
print(old.X, fresh)
