def f(x=0):
    return 3


WIDTH = 8
