import labs.governance.x
from labs.governance.x import X

NAMES = ["labs.governance.x.X", "mylabs.governance.x.X", "labs.governance.xy", "governance.x"]
PATH = "vendor/labs/governance/x.py"
try:
    import governance.x
except ImportError:
    governance = None
print(labs.governance.x.X, X, "labs.governance.x-ray")
