import x.q.m
from x import q as p
from x.q import f, n

x.q.m.f()
