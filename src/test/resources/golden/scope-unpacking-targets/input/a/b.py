class P:
    b = 1
