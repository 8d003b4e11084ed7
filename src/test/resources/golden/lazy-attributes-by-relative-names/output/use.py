import a
import c.d

assert a.f() == 1 and a.K and a.g() == 2 and c.d
