import a

assert a.f() == 1 and a.K and a.g() == 2 and a.b
