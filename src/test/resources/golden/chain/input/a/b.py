from .c import C
B = C
