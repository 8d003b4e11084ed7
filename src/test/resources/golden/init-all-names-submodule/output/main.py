from a import *

b.f()
