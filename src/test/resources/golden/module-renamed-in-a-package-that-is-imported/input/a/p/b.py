class K: pass
X = 1
