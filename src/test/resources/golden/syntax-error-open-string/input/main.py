import a.b
name = "never closed
from a.b import f
a.b.f()
"""
from a.b import f
