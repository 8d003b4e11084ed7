import a.b
from a.b import f

print "old python", a.b.f()

def g(:
    from a.b import f
    return a.b.f(

import a.b as o
class
