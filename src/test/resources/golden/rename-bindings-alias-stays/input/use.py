from pkg import old as module
import pkg.old as dotted

print(module.X, dotted.X)
