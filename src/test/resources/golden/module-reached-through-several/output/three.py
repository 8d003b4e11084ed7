import far


def g():
    return far.deep.n.f(), far.deep.stays.f()
