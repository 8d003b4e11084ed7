def d(f): return f
class K: pass
V = 1
