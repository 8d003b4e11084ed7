from src.pkg.b import X
