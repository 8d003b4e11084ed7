"""Says which files of directories can be imported, each in a process of its own.

Every line of standard input is a directory; the answer is `directory` TAB `path` for each file
whose module imports.
"""

import importlib
import os
import sys


def sources(top):
    for folder, folders, names in os.walk(top):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".py"):
                yield os.path.relpath(os.path.join(folder, name), top)


def module(path):
    name = path[: -len(".py")].replace(os.sep, ".")
    return name[: -len(".__init__")] if name.endswith(".__init__") else name


def imports(top, name):
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.chdir(top)
        sys.path.insert(0, top)
        sys.dont_write_bytecode = True
        try:
            importlib.import_module(name)
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


for line in sys.stdin:
    top = line.rstrip("\n")
    for path in sources(top):
        if imports(top, module(path)):
            print(top, path, sep="\t")
