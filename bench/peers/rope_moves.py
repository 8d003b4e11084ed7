"""Moves modules of a checkout with rope and writes the changes, one move after the other.

usage: python rope_moves.py CHECKOUT SRC DST [SRC DST ...]      (needs `pip install rope==1.14.0`)

Syntax errors are ignored and imports are not hoisted: rope's defaults abort on the first file that
does not parse. Rope moves into folders only, so a destination's name must be the source's. A move
that rope cannot make is told on standard error and left out.
"""

import os
import sys
import time

from rope.base.project import Project
from rope.refactor.move import create_move


def main(checkout, *paths):
    project = Project(
        checkout,
        ropefolder=None,
        ignore_syntax_errors=True,
        pull_imports_to_top=False,
        save_history=False,
    )
    for source, destination in zip(paths[::2], paths[1::2]):
        started = time.monotonic()
        folder = os.path.dirname(destination)
        os.makedirs(os.path.join(checkout, folder), exist_ok=True)
        try:
            move = create_move(project, project.get_resource(source))
            changes = move.get_changes(project.get_resource(folder))
            project.do(changes)
        except Exception as failed:  # rope raises whatever it meets
            print(f"{source}: {type(failed).__name__}: {failed}", file=sys.stderr)
        print(f"{time.monotonic() - started:.1f} s", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
