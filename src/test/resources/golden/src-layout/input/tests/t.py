from app.b import V
