from x import b

print(b)
