def use():
    from alpha.fresh import ID
    return ID
