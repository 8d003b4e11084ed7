from p.c.b import f
