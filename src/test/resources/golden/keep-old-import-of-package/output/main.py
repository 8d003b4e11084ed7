import a.p, x.b

print(a.p.V, x.b.f())
