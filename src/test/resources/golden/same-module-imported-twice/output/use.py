import core.b
import core.b
from core import b
from core import b

print(core.b.X, b.X)
