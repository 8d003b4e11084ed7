from src.core.b import X
