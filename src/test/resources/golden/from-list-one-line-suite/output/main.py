if True: from a import c; from x import b
print(b, c)
