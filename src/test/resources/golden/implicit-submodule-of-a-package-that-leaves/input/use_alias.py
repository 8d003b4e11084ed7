import a.b as ab
from a import b

print(ab.inner.f(), b.inner.f(), b.f())
