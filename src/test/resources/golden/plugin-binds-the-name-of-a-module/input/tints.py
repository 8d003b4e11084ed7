def tints():
    return 1
