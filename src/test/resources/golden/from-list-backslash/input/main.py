from a import b, \
    c

print(b, c)
