from a import b  # both
from x import c

c.V
