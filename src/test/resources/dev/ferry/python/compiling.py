"""Says which files of directories compile.

Every line of standard input is a directory; the answer is `directory` TAB `path` for each file that
does.
"""

import os
import sys
import warnings

warnings.simplefilter("ignore")

for line in sys.stdin:
    top = line.rstrip("\n")
    for folder, folders, names in os.walk(top):
        for name in sorted(names):
            path = os.path.join(folder, name)
            if not name.endswith((".py", ".pyi")):
                continue
            with open(path, "rb") as file:
                source = file.read()
            try:
                compile(source, path, "exec", dont_inherit=True)
            except (SyntaxError, ValueError):
                continue
            print(top, os.path.relpath(path, top), sep="\t")
