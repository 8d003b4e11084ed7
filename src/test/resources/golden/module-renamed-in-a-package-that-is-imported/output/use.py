import a
from a.p._b import K

print(a.p._b.X, a.p.K, K)
