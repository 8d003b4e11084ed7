import core.governance
from core.governance import Policy
from labs.governance import Guardian
from core.governance import guardian
from core.governance.guardian import Guardian as G

print(core.governance.Policy.guard, guardian.Guardian)
