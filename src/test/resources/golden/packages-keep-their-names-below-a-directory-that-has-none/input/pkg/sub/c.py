from ..b import B as C
