from x import fresh as old
from x import fresh as o
import x.fresh
import x.fresh as p

old.f(), o.f(), x.fresh.f(), p.f()
