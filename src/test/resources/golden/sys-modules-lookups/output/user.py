import sys
import x.b

m = sys.modules["x.b"]
n = sys.modules.get("x.b")
sys.modules.pop("x.b", None)
