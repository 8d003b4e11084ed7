import holder


def g():
    return holder.mid.a.other.f()
