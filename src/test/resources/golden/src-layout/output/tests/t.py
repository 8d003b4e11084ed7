from app.core.b import V
