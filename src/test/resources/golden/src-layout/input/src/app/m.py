from app.b import V
from .b import V as W
import app.b
