def sum():
    return 0
