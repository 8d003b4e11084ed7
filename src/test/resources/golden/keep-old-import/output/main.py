import a, x.b

print(a.V, x.b.f())
