import far


def g():
    return far.h.mid.a.other.f()
