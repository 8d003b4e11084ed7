import x.p.m, y.s.t
from y import s
