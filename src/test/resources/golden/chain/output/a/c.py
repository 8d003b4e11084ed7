from .d import C
B = C
