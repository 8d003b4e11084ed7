from old_web import b

print(b.B)
