from a import b, c as k

print(b, k)
