from ..c.b import f
