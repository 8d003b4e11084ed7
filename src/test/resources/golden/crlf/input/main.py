from a import b, c
import a.b

print(a.b, b, c)
