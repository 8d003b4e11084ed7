from a.p._b import K
