from a.b import x
cdef int f(int n)
