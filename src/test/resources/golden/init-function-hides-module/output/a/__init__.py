from x.b import b
