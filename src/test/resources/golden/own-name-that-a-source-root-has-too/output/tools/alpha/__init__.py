from alpha.n import ID
from x.n import ID as own

assert (ID, own) == (1, 2)
