from x.b import *

f()
