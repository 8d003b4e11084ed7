from a.b import f
