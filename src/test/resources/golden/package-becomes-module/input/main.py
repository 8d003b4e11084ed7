from a.b import V
