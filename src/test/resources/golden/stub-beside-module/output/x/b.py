from a.c import V
