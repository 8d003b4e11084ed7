from app.core.b import V
from .core.b import V as W
import app.core.b
