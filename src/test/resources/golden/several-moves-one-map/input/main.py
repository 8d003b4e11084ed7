import a.b
import a.c

print(a.b.V, a.c.V)
