from pkg.sub.c import x
