try: import a.b
except ImportError: pass
class C: from a.b import V
def f(): import a.b; return a.b.V
f()
