import x.b
import y.c

print(x.b.V, y.c.V)
