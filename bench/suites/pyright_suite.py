"""Runs the rename tests of pyright's language service against ferry.

usage: python bench/suites/pyright_suite.py CLONE [--ferry COMMAND] [--only FILE] [--show ...]

CLONE is a clone of microsoft/pyright; the tests are read from its history at R, the last commit that
had them. A test is a tree of files with marked places, a move, and what the marked places become.
Each is made a Git repository, ferry moves (`--rename-bindings`, as pyright renames uses too), and the
tree that it committed is laid beside the one that the test expects:

same      every byte; an empty __init__.py that makes the new directory a package may be there besides
equal     other spelling: by bench/replay, which shares no code with ferry, each file imports the same
          modules and names and its attribute chains lead to the same places
other     all else, refusals included
"""

import argparse
import collections
import json
import os
import posixpath
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HOME / "bench" / "replay"))

from trees import Repository  # noqa: E402

LAST = "009aef317^"
FILES = "packages/pyright-internal/src/tests/renameModule.{}.test.ts"
KINDS = ("folder", "fromImports", "imports", "misc", "relativePath")
TEST = re.compile(r"^test\('((?:[^'\\]|\\.)*)'", re.MULTILINE)
DESTINATION = re.compile(r"combinePaths\(\s*(?:getDirectoryPath\(fileName\)|path)((?:\s*,\s*'[^']*')*)\s*\)\}?`?")
WORDS = re.compile(r"\s*,\s*'([^']*)'(?:\s*,\s*'([^']*)')?")
MARKER = re.compile(r"/\*\w+\*/")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("clone")
    parser.add_argument("--ferry", default=str(HOME / "ferry"), help="how ferry is started")
    parser.add_argument("--revision", default=LAST)
    parser.add_argument("--only", choices=KINDS, help="one of the files of tests")
    parser.add_argument("--show", default="other", help="classes whose differences are printed")
    options = parser.parse_args()
    counts = collections.Counter()
    for kind in [options.only] if options.only else KINDS:
        text = show(options.clone, f"{options.revision}:{FILES.format(kind)}")
        for number, (name, body) in enumerate(tests(text), 1):
            verdict, said = judge(Case(body), options.ferry.split())
            counts[verdict] += 1
            if verdict in options.show.split(","):
                print(f"{verdict}: {kind} {number}, {name}\n{said}")
    print(", ".join(f"{verdict} {counts[verdict]}" for verdict in ("same", "equal", "other")))


def show(clone, name):
    return subprocess.run(
        ["git", "-C", clone, "show", name], check=True, capture_output=True, text=True
    ).stdout


def tests(text):
    starts = list(TEST.finditer(text))
    ends = [start.start() for start in starts[1:]] + [len(text)]
    return [(start.group(1), text[start.start() : end]) for start, end in zip(starts, ends)]


class Case:
    """Two trees and the move between them."""

    def __init__(self, body):
        code, rest = body.split("const code = `", 1)[1].split("`;", 1)
        marked = {path: places(text) for path, text in files(code).items()}
        self.before = {path: text for path, (text, _, _) in marked.items()}
        [file] = [path for path, (_, _, at) in marked.items() if at]
        folder = "getDirectoryPath(state.getMarkerByName" in rest
        self.source = posixpath.dirname(file) if folder else file
        call = DESTINATION.search(rest)
        base = self.source if folder else posixpath.dirname(file)
        steps = re.findall(r"'([^']*)'", call.group(1))
        self.destination = posixpath.normpath(posixpath.join(base, *steps))
        words = WORDS.match(rest, call.end())
        old, new = words.groups() if words else (None, None)
        self.refused = kept = "assert(!edits)" in rest
        self.after = {}
        for path, (text, ranges, _) in marked.items():
            for start, end, becomes in sorted(ranges, key=lambda r: r[:2], reverse=True):
                becomes = new if becomes is None and text[start:end] == old else becomes
                if becomes is not None and not kept:
                    text = text[:start] + becomes.replace("!n!", "\n") + text[end:]
            self.after[self.now(path) if not kept else path] = text

    def now(self, path):
        inside = path == self.source or path.startswith(self.source + "/")
        return self.destination + path[len(self.source) :] if inside else path


def files(code):
    found, lines = {}, []
    for line in code.split("\n"):
        line = line.strip(" ")
        if line.startswith("// @filename:"):
            lines = found.setdefault(line.split(":", 1)[1].strip(), [])
        elif line.startswith("////"):
            lines.append(line[4:].removeprefix(" "))
    return {path: "".join(line + "\n" for line in lines) for path, lines in found.items()}


def places(marked):
    """The text, its marked ranges with what they become, and whether the marker of the test is there."""
    text, ranges, open_ranges, at, here = "", [], [], 0, False
    while at < len(marked):
        if marked.startswith("[|", at):
            at += 2
            if marker := MARKER.match(marked, at):
                here, at = True, marker.end()
            data = {}
            if marked.startswith("{|", at):
                end = marked.index("|}", at)
                data, at = json.loads("{" + marked[at + 2 : end] + "}"), end + 2
            open_ranges.append((len(text), data.get("r")))
        elif marked.startswith("|]", at):
            start, becomes = open_ranges.pop()
            ranges.append((start, len(text), becomes))
            at += 2
        else:
            text += marked[at]
            at += 1
    return text, ranges, here


def judge(case, command):
    with tempfile.TemporaryDirectory(prefix="ferry-suite-") as scratch:
        git = ["git", "-C", scratch, "-c", "user.name=suite", "-c", "user.email=suite@example.org"]
        run([*git, "init", "--quiet", "--initial-branch", "main"])
        commit(git, scratch, case.after, "expected")
        commit(git, scratch, case.before, "main")
        move = ["move", case.source, case.destination, "--rename-bindings", "--commit", "--branch", "ferry"]
        done = subprocess.run([*command, "-q", "-C", scratch, *move], capture_output=True, text=True)
        if done.returncode:
            return "same" if case.refused else "other", done.stdout + done.stderr
        repository = Repository(scratch)
        ours, theirs = repository.tree("ferry"), repository.tree("expected")
        made = [path for path in ours.files.keys() - theirs.files.keys() if is_empty_package(ours, path)]
        without = [f":(exclude){path}" for path in made]
        difference = run([*git, "diff", "expected", "ferry", "--", ".", *without])
        if not difference:
            return "same", ""
        equal = ours.files.keys() - made == theirs.files.keys() and all(
            meaning(ours, path) == meaning(theirs, path) for path in theirs.files
        )
        return "equal" if equal else "other", difference


def is_empty_package(tree, path):
    """Ferry makes what a regular package needs; the service only edits files that are there."""
    return posixpath.basename(path) == "__init__.py" and not tree.source(path).text


def meaning(tree, path):
    used, _ = tree.reached(path)
    ends = {end for target, ends in used.items() for end in (tree.definition(target), *ends)}
    return ends, tree.source(path).parsed


def commit(git, scratch, tree, branch):
    run([*git, "checkout", "--quiet", "--orphan", branch])
    run([*git, "rm", "-r", "--quiet", "--force", "--ignore-unmatch", "."])
    for path, text in tree.items():
        file = Path(scratch, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    run([*git, "add", "--all"])
    run([*git, "commit", "--quiet", "--allow-empty", "--message", branch])


def run(command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
