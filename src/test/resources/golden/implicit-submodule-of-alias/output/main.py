from a import p
import x.b
import a.p as q

x.b.f()
x.b.f()
