from pkg.m import f
