import a
import x.b

x.b.f()
