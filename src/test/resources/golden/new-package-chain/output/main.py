from x.y.z.b import f
