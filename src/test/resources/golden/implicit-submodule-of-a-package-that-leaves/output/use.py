import a.b
import c.inner

print(c.inner.f(), a.b.other)
