cdef int g()
