import x.y.b
x.y.b.f()
