from c.d import x
cdef int f(int n)
