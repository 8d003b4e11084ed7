import pkg.mod
from pkg import mod

print(pkg.mod.own, mod.own)
