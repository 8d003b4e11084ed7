from pkg.sub.c import x
import pkg.sub.c
