def f(): pass
class K: pass
