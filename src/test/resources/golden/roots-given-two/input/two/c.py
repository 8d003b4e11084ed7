import a
from one import a as long

print(a.X, long.X)
