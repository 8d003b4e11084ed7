import a.größe
from a.größe import WERT

print(a.größe.WERT)
