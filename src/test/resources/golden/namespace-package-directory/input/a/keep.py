from a.n import b
import a.n.c as k
from . import n
