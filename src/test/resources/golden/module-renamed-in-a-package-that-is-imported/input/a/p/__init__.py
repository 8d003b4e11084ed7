from a.p.b import K
