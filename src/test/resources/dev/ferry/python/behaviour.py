"""Says how the modules of trees behave; one process serves any number of trees.

Every line of standard input is a directory; the answers are `path` TAB `what` TAB `value`, one a
line, and a line `.` at the end. Each module is imported with none of the tree's modules loaded;
`import` says whether that worked, `call NAME` what its functions `sNUMBER` return, `name NAME`
what kind of thing a public name is, `all NAME` whether a name of `__all__` is there. Stubs are
executed as if they were modules. Imports for type checkers are made too.
"""

import importlib
import importlib.machinery
import os
import sys
import types
import typing
import unittest.mock  # loaded once, for all trees
import warnings

BASELINE = set(sys.modules)
PATH = list(sys.path)


COMPILED = {}


def compiled(source, path):
    """The same bytes give the same code, in whichever tree and however often they are loaded."""
    if source not in COMPILED:
        if len(COMPILED) > 1000:
            COMPILED.clear()
        COMPILED[source] = compile(source, os.path.basename(path), "exec", dont_inherit=True)
    return COMPILED[source]


class Loader(importlib.machinery.SourceFileLoader):
    def get_code(self, fullname):
        return compiled(self.get_data(self.path), self.path)


class Finder(importlib.machinery.FileFinder):
    """Finds what lies in the tree under examination, as the finder of any directory does."""

    top = None

    @classmethod
    def hook(cls, path):
        inside = cls.top is not None and (path + os.sep).startswith(cls.top + os.sep)
        if not inside or not os.path.isdir(path):
            raise ImportError("outside of the tree", path=path)
        return cls(path, (Loader, [".py"]))


sys.path_hooks.insert(0, Finder.hook)


def sources(top):
    for folder, folders, names in os.walk(top):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".py", ".pyi")):
                yield os.path.relpath(os.path.join(folder, name), top)


def module(path, roots):
    for root in roots:
        if path.startswith(root):
            path = path[len(root) :]
            break
    name = path.rpartition(".")[0].replace(os.sep, ".")
    return name[: -len(".__init__")] if name.endswith(".__init__") else name


def error(problem):
    text = type(problem).__name__ + ": " + str(problem)
    return "error: " + text.replace("\n", " ").replace("\t", " ")


def value(thing):
    try:
        return repr(thing()).replace("\n", " ").replace("\t", " ")
    except BaseException as problem:
        return error(problem)


def stub(top, path, name):
    package = path.endswith("__init__.pyi")
    made = types.ModuleType(name)
    made.__package__ = name if package else name.rpartition(".")[0]
    if made.__package__:
        importlib.import_module(made.__package__)
    with open(os.path.join(top, path), "rb") as file:
        exec(compiled(file.read(), path), made.__dict__)
    return made


def can_import(name):
    try:
        importlib.import_module(name)
    except BaseException:
        return False
    return True


def observe(top, path, roots):
    name = module(path, roots)
    try:
        with open(os.path.join(top, path), "rb") as file:
            compiled(file.read(), path)
    except BaseException as problem:
        yield "parse", error(problem)
        return
    yield "parse", "ok"
    try:
        found = stub(top, path, name) if path.endswith(".pyi") else importlib.import_module(name)
    except BaseException as problem:
        yield "import", error(problem)
        return
    where = os.path.join(top, path)
    if not path.endswith(".pyi") and getattr(found, "__file__", None) != where:
        yield "import", "error: another file"
        return
    yield "import", "ok"
    for key, thing in sorted(vars(found).copy().items()):
        if key[0] == "s" and key[1:].isdigit():
            yield "call " + key, value(thing)
        elif not key.startswith("_") and not isinstance(thing, types.ModuleType):
            yield "name " + key, type(thing).__name__
    for key in getattr(found, "__all__", ()):
        yield "all " + key, str(hasattr(found, key) or can_import(name + "." + key))


def forget(tops):
    for name in list(sys.modules):
        if name.partition(".")[0] in tops and name not in BASELINE:
            del sys.modules[name]


def tree(top):
    Finder.top = top
    roots = ["src" + os.sep] if os.path.isdir(os.path.join(top, "src")) else []
    sys.path[:] = [os.path.join(top, root) for root in roots] + [top] + PATH
    importlib.invalidate_caches()
    tops = set()
    for folder in sys.path[: len(roots) + 1]:
        tops.update(name.partition(".")[0] for name in os.listdir(folder))
    for path in sources(top):
        forget(tops)
        for what, seen in observe(top, path, roots):
            print(path, what, seen, sep="\t")
    forget(tops)
    for folder in [known for known in sys.path_importer_cache if known.startswith(top)]:
        del sys.path_importer_cache[folder]
    print(".", flush=True)


sys.dont_write_bytecode = True
typing.TYPE_CHECKING = True
warnings.simplefilter("ignore")
sys.stdin.reconfigure(encoding="utf-8")
sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
for line in sys.stdin:
    tree(line.rstrip("\n"))
