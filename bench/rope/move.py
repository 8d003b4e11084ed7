"""Moves one module of a checkout with rope: the peer of `ferry move SRC DST`.

usage: python bench/rope/move.py CHECKOUT SRC DST_DIRECTORY   (needs `pip install rope==1.14.0`)

Syntax errors are ignored and imports are not hoisted: rope's defaults abort on the first file that
does not parse. The changes are computed, not written, as `ferry move --diff` does.
"""

import sys
import time

from rope.base.project import Project
from rope.refactor.move import create_move


def main(checkout, source, destination):
    started = time.monotonic()
    project = Project(
        checkout,
        ropefolder=None,
        ignore_syntax_errors=True,
        pull_imports_to_top=False,
        save_history=False,
    )
    move = create_move(project, project.get_resource(source))
    changes = move.get_changes(project.get_resource(destination))
    files = sorted({resource.path for resource in changes.get_changed_resources()})
    print(f"{len(files)} files in {time.monotonic() - started:.1f} s")
    print(*files, sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
