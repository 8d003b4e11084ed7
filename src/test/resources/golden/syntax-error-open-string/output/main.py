import x.b
name = "never closed
from x.b import f
x.b.f()
"""
from x.b import f
