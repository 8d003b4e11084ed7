from core import fresh as module
import core.fresh as dotted

print(module.X, dotted.X)
