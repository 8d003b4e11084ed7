"""Replays moves of a history with ferry and compares the imports with what people committed.

usage: python bench/replay/run.py CLONE LIST [--ferry COMMAND] [--only COMMIT] [--show CLASS,...]

The clone is only read. LIST has lines of commit, old path, new path (see find.py). For each commit,
ferry moves on its parent, in a bare clone that shares the objects; then both trees are read by an
independent resolver (imports.py, trees.py).
"""

import argparse
import collections
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from classes import FERRY, MISSED, OUTSIDE, POLICY, Comparison
from trees import Repository

HOME = Path(__file__).resolve().parents[2]


def main():
    options = arguments()
    commits = read_list(options.list)
    if options.only:
        commits = {c: m for c, m in commits.items() if c.startswith(options.only)}
    with tempfile.TemporaryDirectory(prefix="ferry-replay-") as scratch:
        clone = os.path.join(scratch, "clone.git")
        subprocess.run(
            ["git", "clone", "--quiet", "--shared", "--bare", options.clone, clone], check=True
        )
        repository = Repository(clone)
        total = Count()
        print(HEAD)
        for commit, moves in commits.items():
            count = replay(repository, commit, moves, options)
            total.add(count)
            print(count.row(commit[:10], len(moves)), flush=True)
        print(total.row("all", sum(len(moves) for moves in commits.values())))
        sums = ", ".join(f"{name} {total.classes[name]}" for name in (MISSED, POLICY, OUTSIDE, FERRY))
        print(
            f"\ndifferences by class: {sums}; refused commits: {total.refused}; modules that "
            f"attributes no longer lead to: {total.lost_uses}"
        )
        for (sign, kind, rule), number in sorted(total.rules.items()):
            print(f"  {sign} {kind}, {rule}: {number}")
        print(
            f"counted over every import of the files that either side changed: precision "
            f"{percent(total.whole_agreed, total.whole_ours)}, recall "
            f"{percent(total.whole_agreed, total.whole_theirs)} (raw)"
        )


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("clone")
    parser.add_argument("list")
    parser.add_argument("--ferry", default=str(HOME / "ferry"), help="how ferry is started")
    parser.add_argument("--only", help="the beginning of one commit's name")
    parser.add_argument("--show", default=FERRY, help="classes whose differences are listed")
    return parser.parse_args()


def read_list(path):
    commits = collections.OrderedDict()
    for line in Path(path).read_text("utf-8", "surrogateescape").splitlines():
        if line and not line.startswith("#"):
            commit, old, new = line.split("\t")
            commits.setdefault(commit, []).append((old, new))
    return commits


class Count:
    """What one commit, or all of them, came to."""

    def __init__(self):
        self.agreed = self.ours = self.theirs = 0
        self.excused_ours = self.excused_theirs = 0
        self.whole_agreed = self.whole_ours = self.whole_theirs = 0
        self.refused = self.lost_uses = 0
        self.classes = collections.Counter()
        self.rules = collections.Counter()

    def add(self, other):
        for name, value in vars(other).items():
            if isinstance(value, collections.Counter):
                getattr(self, name).update(value)
            else:
                setattr(self, name, getattr(self, name) + value)

    def row(self, name, moves):
        counts = " | ".join(str(self.classes[c]) for c in (MISSED, POLICY, OUTSIDE, FERRY))
        return (
            f"| {name} | {moves} | {self.theirs} | {percent(self.agreed, self.ours)} | "
            f"{percent(self.agreed, self.theirs)} | {counts} | "
            f"{percent(self.agreed, self.ours - self.excused_ours)} | "
            f"{percent(self.agreed, self.theirs - self.excused_theirs)} |"
        )


HEAD = (
    "| commit | moves | imports changed | raw precision | raw recall | missed | policy | outside "
    "| ferry | precision | recall |\n|---|---|---|---|---|---|---|---|---|---|---|"
)


def percent(part, whole):
    return "-" if not whole else f"{100 * part / whole:.2f}".rstrip("0").rstrip(".")


def replay(repository, commit, moves, options):
    parent = repository.git("rev-parse", commit + "^").strip()
    branch = run_ferry(repository, parent, moves, options.ferry)
    before, people = repository.tree(parent), repository.tree(commit)
    ferry = repository.tree(branch or parent)
    count = Count()
    count.refused = 0 if branch else 1
    to = dict(moves)
    back = {new: old for old, new in moves}
    ours_of = to if branch else {}
    for path in sorted(people.files.keys() & set(before.files) | back.keys()):
        old = back.get(path, path)
        if path in to and path not in back:
            continue
        blobs = {before.files.get(old), ferry.files.get(path), people.files.get(path)}
        if len(blobs) == 1 and path not in back:
            continue
        compared = Comparison(moves, before, ferry, people, old, path)
        tally(count, compared, commit, path, options.show.split(","))
    return count


def tally(count, compared, commit, path, shown):
    for target in sorted(compared.lost_uses()):
        count.lost_uses += 1
        print(f"{commit[:10]} use lost in {path}: {' '.join(target)}", file=sys.stderr)
    same = {target for _, target in compared.unchanged}
    count.agreed += len(compared.ours & compared.theirs - same)
    count.ours += len(compared.ours - same)
    count.theirs += len(compared.theirs - same)
    count.whole_agreed += len(compared.ours & compared.theirs)
    count.whole_ours += len(compared.ours)
    count.whole_theirs += len(compared.theirs)
    for sign, found in (("+", compared.only_ours()), ("-", compared.only_theirs())):
        for target, (kind, rule) in sorted(found.items()):
            count.classes[kind] += 1
            count.rules[sign, kind, rule] += 1
            if kind != FERRY and sign == "+":
                count.excused_ours += 1
            elif kind != FERRY:
                count.excused_theirs += 1
            if kind in shown:
                print(
                    f"{commit[:10]} {kind}, {rule} {sign} {path}: {' '.join(target)}",
                    file=sys.stderr,
                )


def run_ferry(repository, parent, moves, command):
    """The branch with ferry's commit; None where it refuses, with its words on stderr."""
    branch = f"replay-{parent[:12]}-{abs(hash(tuple(moves))) % 10**8}"
    repository.git("update-ref", "--no-deref", "HEAD", parent)
    paths = [path for move in moves for path in move]
    done = subprocess.run(
        [*command.split(), "-q", "-C", repository.directory, "move", *paths, "--commit",
         "--branch", branch],
        capture_output=True,
        text=True,
        errors="replace",
    )
    if done.returncode == 0:
        return branch
    print(f"refused on {parent[:10]} (exit {done.returncode}): {done.stderr.strip()}", file=sys.stderr)
    return None


if __name__ == "__main__":
    main()
