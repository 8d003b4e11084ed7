def load():
    global alpha
    import alpha.work


load()
import os, beta.n, beta.m


def s(x=0):
    return beta.n.N + beta.m.M + x


assert s() == 3 and alpha.work.ID == 7
