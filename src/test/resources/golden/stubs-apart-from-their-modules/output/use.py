import foo.k.c
