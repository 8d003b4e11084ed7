from a.b import f

print(f())
