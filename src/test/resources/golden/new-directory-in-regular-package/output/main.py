from pkg.s.b import f
