from . import async, base
from .async import K
from pkg.async import K as L
import pkg.async as a

print pkg.base, a.K
