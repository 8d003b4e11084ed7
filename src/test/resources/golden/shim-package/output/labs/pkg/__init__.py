# ferry-shim: labs.pkg -> core.pack, remove after 2027-06-30
import importlib
import importlib.util
import sys
import typing
import warnings

if typing.TYPE_CHECKING:
    from core.pack import *  # noqa: F401, F403


class _Moved:
    places = [
        ("labs.pkg", "core.pack"),
    ]

    @classmethod
    def new_name(cls, name):
        for old, new in cls.places:
            if name.startswith(old + ".") or name == old:
                return new + name[len(old):]
        return None

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        new = cls.new_name(name)
        if new is None or importlib.util.find_spec(new) is None:
            return None
        return importlib.util.spec_from_loader(name, cls)

    @classmethod
    def create_module(cls, spec):
        return None

    @classmethod
    def exec_module(cls, module):
        name = module.__name__
        sys.modules[name] = importlib.import_module(cls.new_name(name))

    @classmethod
    def get_code(cls, name):
        new = cls.new_name(name)
        return importlib.util.find_spec(new).loader.get_code(new)


sys.meta_path.insert(0, _Moved)

moved = importlib.import_module("core.pack")
warnings.warn(
    f"labs.pkg is now {moved.__name__}; the old name goes after 2027-06-30",
    DeprecationWarning,
    stacklevel=2,
)
sys.modules[__name__] = moved
