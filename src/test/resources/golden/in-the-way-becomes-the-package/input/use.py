import core.governance
from core.governance import Policy
from labs.governance import guardian, Guardian
from labs.governance.guardian import Guardian as G

print(core.governance.Policy.guard, guardian.Guardian)
