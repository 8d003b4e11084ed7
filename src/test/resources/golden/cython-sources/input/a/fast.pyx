# cython: language_level=3
cimport numpy
from a cimport b
from .b cimport Y
cimport a.b
from a import b
from . import b as again
import a.b

cdef int f(int n):
    from a.b import x
    return a.b.x + b.x
