from x.b import f

print(f())
