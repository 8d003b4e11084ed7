"""Says which files of directories can be imported, each in a process of its own.

Every line of standard input is a directory, and perhaps others within it, TAB before each, that are
on the search path too; those come first for what lies in them. The answer is `directory` TAB `path`
for each file whose module imports.
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


def imports(top, name, searched):
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.chdir(top)
        sys.path[:0] = searched
        sys.dont_write_bytecode = True
        try:
            importlib.import_module(name)
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


for line in sys.stdin:
    top, *more = line.rstrip("\n").split("\t")
    for path in sources(top):
        around = [folder for folder in more if path.startswith(folder + "/")]
        name = module(path[len(around[0]) + 1 :] if around else path)
        beside = [folder for folder in more if folder not in around]
        searched = [os.path.join(top, folder) for folder in around + [""] + beside]
        if imports(top, name, searched):
            print(top, path, sep="\t")
