import a.p.m
from a import p
from a.p import f, n

a.p.m.f()
