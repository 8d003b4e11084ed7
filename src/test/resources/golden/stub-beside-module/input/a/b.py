from .c import V
