from a import c
from x import b
import x.b
print(x.b)
