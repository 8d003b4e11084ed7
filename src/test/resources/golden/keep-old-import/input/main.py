import a.b

print(a.V, a.b.f())
