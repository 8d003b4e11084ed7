import Pkg.mod
from Pkg import mod

print(Pkg.mod.own, mod.own)
