from pkg.high import X
