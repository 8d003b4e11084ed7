import a.p.b

print(a.p.V, a.p.b.f())
