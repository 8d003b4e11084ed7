from a import old
from a import old as o
import a.old
import a.old as p

old.f(), o.f(), a.old.f(), p.f()
