from core.b import X
