from a import b
from x import c

print(b, c)
