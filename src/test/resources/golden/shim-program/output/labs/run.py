# ferry-shim: labs.run -> core.run, remove after 2027-06-30
import importlib
import runpy
import sys
import typing
import warnings

if typing.TYPE_CHECKING:
    from core.run import *  # noqa: F401, F403

if __name__ == "__main__":
    runpy.run_module("core.run", run_name="__main__", alter_sys=True)
else:
    moved = importlib.import_module("core.run")
    warnings.warn(
        f"labs.run is now {moved.__name__}; the old name goes after 2027-06-30",
        DeprecationWarning,
        stacklevel=2,
    )
    sys.modules[__name__] = moved
