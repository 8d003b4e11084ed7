from new_web import b

print(b.B)
