from .three.b import B
