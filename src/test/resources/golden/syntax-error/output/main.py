import x.b
from x.b import f

print "old python", a.b.f()

def g(:
    from x.b import f
    return a.b.f(

import x.b as o
class
