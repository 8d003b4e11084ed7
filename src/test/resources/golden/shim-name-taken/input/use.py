import a
import b

print(a.NAME, b.NAME)
