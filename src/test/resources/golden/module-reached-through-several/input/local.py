class Other:
    other = 3


def g(holder, far):
    return holder.mid.a.other.f(), far.deep.n.f()
