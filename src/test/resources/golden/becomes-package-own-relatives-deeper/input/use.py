import a.x
from a import x
from a.x import same

assert a.x.same() and x.same() and same()
