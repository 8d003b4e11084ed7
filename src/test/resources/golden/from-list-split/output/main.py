from a import c
from x import b

b.f(), c.V
