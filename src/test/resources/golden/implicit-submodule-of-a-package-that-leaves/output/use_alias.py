import a.b as ab
import c.inner
from a import b

print(c.inner.f(), c.inner.f(), b.f())
