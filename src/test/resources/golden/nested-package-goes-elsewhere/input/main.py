import a.p.m, a.p.s.t
from a.p import s
