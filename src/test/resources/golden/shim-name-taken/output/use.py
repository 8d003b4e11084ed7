import b
import c

print(b.NAME, c.NAME)
