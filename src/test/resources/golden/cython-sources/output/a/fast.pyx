# cython: language_level=3
cimport numpy
from a cimport b
from .b cimport Y
cimport a.b
from c import d as b
from c import d as again
import c.d

cdef int f(int n):
    from c.d import x
    return c.d.x + b.x
