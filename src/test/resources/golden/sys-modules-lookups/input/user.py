import sys
import a.b

m = sys.modules["a.b"]
n = sys.modules.get("a.b")
sys.modules.pop("a.b", None)
