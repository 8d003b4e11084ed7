from x.p.n import N
