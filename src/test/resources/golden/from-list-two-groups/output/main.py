from a import d
from x import b
from y import c

print(b, c, d)
