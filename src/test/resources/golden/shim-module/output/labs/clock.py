# ferry-shim: labs.clock -> core.timer, remove after 2027-06-30
import importlib
import sys
import typing
import warnings

if typing.TYPE_CHECKING:
    from core.timer import *  # noqa: F401, F403

moved = importlib.import_module("core.timer")
warnings.warn(
    f"labs.clock is now {moved.__name__}; the old name goes after 2027-06-30",
    DeprecationWarning,
    stacklevel=2,
)
sys.modules[__name__] = moved
