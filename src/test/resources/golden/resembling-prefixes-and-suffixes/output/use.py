import core.governance.x
from core.governance.x import X

NAMES = ["core.governance.x.X", "mylabs.governance.x.X", "labs.governance.xy", "governance.x"]
PATH = "vendor/labs/governance/x.py"
try:
    import governance.x
except ImportError:
    governance = None
print(core.governance.x.X, X, "labs.governance.x-ray")
