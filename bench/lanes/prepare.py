#!/usr/bin/env python3
"""Takes out of a checkout what import-linter cannot read, so that both tools see the same tree: links
that lead nowhere, and Python files that do not parse. Also x.py beside x/__init__.py: Python loads the
package and so does ferry, import-linter reads the file.

Usage: prepare.py CHECKOUT. Commits the removal, on a detached HEAD.
"""
import os
import subprocess
import sys
import warnings

warnings.simplefilter("ignore")
checkout = sys.argv[1]
removed = []
for directory, names, files in os.walk(checkout):
    names[:] = [name for name in names if name != ".git"]
    for name in files:
        path = os.path.join(directory, name)
        if not os.path.exists(path):
            removed.append(path)
        elif os.path.exists(os.path.join(path[: -len(".py")], "__init__.py")):
            removed.append(path)
        elif name.endswith(".py"):
            try:
                with open(path, "rb") as file:
                    compile(file.read(), path, "exec", dont_inherit=True)
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                removed.append(path)
for path in removed:
    os.remove(path)
git = ["git", "-C", checkout, "-c", "user.name=bench", "-c", "user.email=bench@localhost"]
subprocess.run(git + ["checkout", "-q", "--detach"], check=True)
subprocess.run(git + ["add", "-A"], check=True)
subprocess.run(git + ["commit", "-q", "--allow-empty", "-m", "What both can read"], check=True)
print("removed %d files" % len(removed))
