def load():
    global alpha, m
    import m.alpha.work


load()
import os, x.y.fresh1.n as n, x.y.fresh1.m as x_y_fresh1_m


def s(x=0):
    return n.N + x_y_fresh1_m.M + x


assert s() == 3 and m.alpha.work.ID == 7
