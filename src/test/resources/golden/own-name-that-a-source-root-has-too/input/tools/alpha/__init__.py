from alpha.n import ID
from tools.alpha.n import ID as own

assert (ID, own) == (1, 2)
