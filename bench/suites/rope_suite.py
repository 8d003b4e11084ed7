"""Runs rope's own tests of moving and renaming with ferry in place of rope's mover.

usage: PYTHON-WITH-ROPE bench/suites/rope_tests.py CLONE [--ferry COMMAND] [--verbose]

CLONE is a checkout of python-rope/rope (its `ropetest` is run as it stands; nothing is copied).
Where rope would move or rename a module or a package, ferry does it on a copy of the test's project
and rope is handed the files as ferry left them. A test that moves something else runs rope alone and
is not counted.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
SUITES = ("ropetest.refactor.movetest", "ropetest.refactor.renametest")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("clone")
    parser.add_argument("--ferry", default=str(HOME / "ferry"), help="how ferry is started")
    parser.add_argument("--verbose", action="store_true", help="what the tests expected instead")
    options = parser.parse_args()
    sys.path.insert(0, options.clone)
    used = put_ferry_in(options.ferry.split())
    tests = [test for suite in unittest.defaultTestLoader.loadTestsFromNames(SUITES) for test in flat(suite)]
    same = other = 0
    for test in tests:
        used.clear()
        result = unittest.TestResult()
        test.run(result)
        if not used:
            continue
        if result.wasSuccessful():
            same += 1
            continue
        other += 1
        print(f"other: {test.id()}")
        for _, said in result.failures + result.errors:
            print(said if options.verbose else said.strip().splitlines()[-1])
    print(f"{same + other} of {len(tests)} tests move or rename a module: {same} same, {other} other")


def flat(suite):
    return [test for part in suite for test in flat(part)] if isinstance(suite, unittest.TestSuite) else [suite]


def put_ferry_in(command):
    """A list that gets an entry with each move that ferry makes."""
    from rope.refactor import move, rename

    used = []

    def moved(self, dest, *_, **__):
        if dest is None or not dest.is_folder():
            return rope_moves(self, dest)
        return changes(self.project, self.source, dest.path)

    def renamed(self, name, *arguments, **options):
        if not self._is_renaming_a_module():
            return rope_renames(self, name, *arguments, **options)
        resource = self.old_pyname.get_object().get_resource()
        if resource.name == "__init__.py":
            resource = resource.parent
        ending = "" if resource.is_folder() else ".py"
        return changes(self.project, resource, resource.parent.path, name + ending, "--rename-bindings")

    def changes(project, resource, directory, name=None, *options):
        used.append(resource.path)
        path = "/".join(part for part in (directory, name or resource.name) if part)
        return as_changes(project, resource, path, ferry(command, project, resource.path, path, options))

    rope_moves, rope_renames = move.MoveModule.get_changes, rename.Rename.get_changes
    move.MoveModule.get_changes, rename.Rename.get_changes = moved, renamed
    return used


def ferry(command, project, source, destination, options):
    """The texts of all Python files after ferry moved, by path."""
    with tempfile.TemporaryDirectory(prefix="ferry-suite-") as scratch:
        copy = os.path.join(scratch, "project")
        shutil.copytree(project.address, copy, ignore=shutil.ignore_patterns(".ropeproject"))
        for arguments in (["init", "--quiet"], ["add", "--all"]):
            subprocess.run(["git", "-C", copy, *arguments], check=True)
        identity = ["-c", "user.name=suite", "-c", "user.email=suite@example.org"]
        subprocess.run(
            ["git", "-C", copy, *identity, "commit", "--quiet", "--message", "before"], check=True
        )
        done = subprocess.run(
            [*command, "-q", "-C", copy, "move", source, destination, "--write", *options],
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise AssertionError(f"ferry refused: {done.stderr.strip()}")
        return {
            path.relative_to(copy).as_posix(): path.read_text() for path in Path(copy).rglob("*.py")
        }


def as_changes(project, resource, destination, texts):
    from rope.base import change

    changes = change.ChangeSet("moved by ferry")
    for file in project.get_python_files():
        path = file.path
        if path == resource.path or path.startswith(resource.path + "/"):
            path = destination + path[len(resource.path) :]
        if texts[path] != file.read():
            changes.add_change(change.ChangeContents(file, texts[path]))
    changes.add_change(change.MoveResource(resource, destination, exact=True))
    return changes


if __name__ == "__main__":
    main()
