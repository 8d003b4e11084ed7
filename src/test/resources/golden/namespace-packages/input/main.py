import a.b
a.b.f()
