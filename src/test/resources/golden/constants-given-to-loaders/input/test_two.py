from importlib import import_module
from unittest.mock import patch

SHOWN = "a.b"
READ = "a.b"
TWICE = "a.b"
TWICE = "a.c"


def test():
    NAME = "a.b"
    patch(f"{SHOWN}.f")
    print(SHOWN)
    import_module(READ)
    import_module(TWICE)
    import_module(NAME)
