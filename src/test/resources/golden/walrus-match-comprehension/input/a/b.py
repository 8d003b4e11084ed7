V = 1
class K: pass
