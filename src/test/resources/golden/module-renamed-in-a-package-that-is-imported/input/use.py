import a
from a.p.b import K

print(a.p.b.X, a.p.K, K)
