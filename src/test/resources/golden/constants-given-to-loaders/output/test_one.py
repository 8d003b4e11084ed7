from importlib import import_module
from unittest.mock import patch

MODULE = "c.d"
TARGET: str = "c.d.f"


@patch(f"{MODULE}.f")
@patch(MODULE + ".g")
@patch("%s.h" % MODULE)
def test():
    patch(f"{MODULE}.{name}")
    patch(TARGET)
    import_module(name=MODULE)
    sys.modules[MODULE]
