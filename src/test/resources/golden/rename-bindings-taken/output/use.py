from core import fresh as old

fresh = 2
print(old.X, fresh)
