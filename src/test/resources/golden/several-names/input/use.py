from pkg.b import X
