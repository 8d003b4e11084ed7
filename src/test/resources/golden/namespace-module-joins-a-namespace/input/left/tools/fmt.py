from . import text
from .text import clean

def fmt(value):
    return clean(text.clean(value))
