import a.b
import a.c

print(a.c.V, a.b.f())
