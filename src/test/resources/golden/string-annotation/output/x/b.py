class K: pass
