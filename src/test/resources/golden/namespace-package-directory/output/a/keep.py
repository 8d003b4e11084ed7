from x.n import b
import x.n.c as k
from x import n
