class Guardian:
    pass
