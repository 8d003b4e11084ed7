import x.b
import a.c

print(a.c.V, x.b.f())
