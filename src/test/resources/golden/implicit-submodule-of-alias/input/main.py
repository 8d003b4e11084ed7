from a import p
import a.p as q

p.b.f()
q.b.f()
