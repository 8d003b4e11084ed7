from pkg import old
import pkg.old.sub

print(old.X, old.sub.Y, pkg.old.sub.Y)
