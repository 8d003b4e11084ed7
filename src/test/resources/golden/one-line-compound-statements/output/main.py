try: import x.b
except ImportError: pass
class C: from x.b import V
def f(): import x.b; return x.b.V
f()
