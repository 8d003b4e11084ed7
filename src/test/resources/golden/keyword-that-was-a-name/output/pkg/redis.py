from . import asynchronous as async, base
from .asynchronous import K
from pkg.asynchronous import K as L
import pkg.asynchronous as a

print pkg.base, a.K
