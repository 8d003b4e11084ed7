try:
    from core.engine import Engine
except ImportError:
    from core.engine import Engine

Engine()
