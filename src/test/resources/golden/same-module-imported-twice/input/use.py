import a.b
import a.b
from a import b
from a import b

print(a.b.X, b.X)
