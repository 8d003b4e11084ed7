def s1():
    return 1
