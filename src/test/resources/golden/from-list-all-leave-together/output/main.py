from x import b, c as k

print(b, k)
