try:
    from core.m import V
except ImportError:
    V = None
