# ferry-shim: a -> b, remove after 2027-06-30
import importlib
import sys
import typing
import warnings

if typing.TYPE_CHECKING:
    from b import *  # noqa: F401, F403

moved = importlib.import_module("b")
warnings.warn(
    f"a is now {moved.__name__}; the old name goes after 2027-06-30",
    DeprecationWarning,
    stacklevel=2,
)
sys.modules[__name__] = moved
