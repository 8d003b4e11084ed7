def use():
    from alpha.n import ID
    return ID
