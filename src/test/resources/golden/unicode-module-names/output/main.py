import x.größe
from x.größe import WERT

print(x.größe.WERT)
