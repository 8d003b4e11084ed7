from pkg.c import A
