"""Says what the modules of directories see, each in a process of its own.

Every line of standard input is a directory; the answer is `directory` TAB `path` TAB what the
module's `seen()` returned, or the error.
"""

import importlib
import os
import sys
import warnings


def sources(top):
    for folder, folders, names in os.walk(top):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".py"):
                yield os.path.relpath(os.path.join(folder, name), top)


def module(path):
    name = path[: -len(".py")].replace(os.sep, ".")
    return name[: -len(".__init__")] if name.endswith(".__init__") else name


def observe(top, path):
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os.chdir(top)
        sys.path.insert(0, top)
        sys.dont_write_bytecode = True
        warnings.simplefilter("ignore")
        try:
            seen = ",".join(importlib.import_module(module(path)).seen())
        except BaseException as error:
            seen = "error: " + type(error).__name__ + ": " + str(error).replace("\n", " ")
        print(top, path, seen, sep="\t", flush=True)
        os._exit(0)
    os.waitpid(child, 0)


for line in sys.stdin:
    top = line.rstrip("\n")
    for path in sources(top):
        observe(top, path)
