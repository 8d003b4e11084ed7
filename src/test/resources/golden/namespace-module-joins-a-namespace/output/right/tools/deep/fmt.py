from left.tools import text
from left.tools.text import clean

def fmt(value):
    return clean(text.clean(value))
