try:
    from core.engine import Engine
except ImportError:
    from labs.engine import Engine

Engine()
