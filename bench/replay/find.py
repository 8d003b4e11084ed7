"""Finds the commits of a history that moved Python modules and did little else.

usage: python bench/replay/find.py CLONE [NEWEST] > LIST

With a number, the search ends when so many commits, the newest, have been taken.
Prints one line a move: commit, old path, new path. All commits are taken that have one parent and
in which
  - git (-M, its usual 50%) finds at least one renamed .py file, among at most 200,
  - the new name of every rename is free in the parent, or moves away itself: neither the new path
    is there nor a package or module of the same dotted name, which the commit then deletes and no
    list of moves can tell,
  - at least half of the changed lines of all Python files are the business of a mover: lines of
    import statements, and lines that name a moved module. Blank lines and comments do not count,
  - at least one line of an import statement changed.
Nothing else decides, nobody picks. One thing of git's is put right: it pairs files that read alike, as
empty ones do, without looking where they lie, and gives up a file that changed much. An __init__.py
that the commit takes from a directory goes to where all modules that lay beside it went, if the commit
puts an __init__.py there and no other directory's modules went there.
"""

import collections
import re
import sys

from imports import statements
from trees import CODE, Repository

MOST_MOVES = 200
IMPORT = re.compile(r"\s*(?:[^\s#'\"]+:\s*)?(from[\s.]|import\s)")


def main(clone, newest="0"):
    repository = Repository(clone)
    log = repository.git(
        "log", "--no-merges", "--min-parents=1", "-M", "--diff-filter=R", "--name-status",
        "-z", "--format=%x01%H", "-l0", "--", "*.py",
        check=False,  # git ends where a partial clone lacks a blob; what it found until then counts
    )
    taken = seen = unread = 0
    for part in log.split("\1")[1:]:
        commit, _, rest = part.partition("\0")
        fields = rest.lstrip("\n").split("\0")
        moves = [
            (fields[i + 1], fields[i + 2])
            for i in range(0, len(fields) - 2, 3)
            if fields[i].startswith("R")
        ]
        moves = [move for move in moves if all(path.endswith(".py") for path in move)]
        seen += bool(moves)
        if 0 < len(moves) <= MOST_MOVES:
            moves = with_packages(repository, commit, moves)
        try:
            is_one = 0 < len(moves) <= MOST_MOVES and is_taken(repository, commit, moves)
        except SystemExit:  # a partial clone lacks what the commit changed
            is_one, unread = False, unread + 1
        if is_one:
            taken += 1
            for old, new in moves:
                print(commit, old, new, sep="\t", flush=True)
            if taken == int(newest):
                break
    lacking = f"; {unread} left out, of which the clone lacks blobs" if unread else ""
    print(f"{taken} commits of {seen} with renames{lacking}", file=sys.stderr)


def with_packages(repository, commit, moves):
    """The moves, with each __init__.py where the modules beside it went."""
    before, after = paths_of(repository, commit + "^"), paths_of(repository, commit)
    went = collections.defaultdict(set)
    for old, new in moves:
        if not old.endswith("/__init__.py"):
            went[old.rpartition("/")[0]].add(new.rpartition("/")[0])
    places = {directory: next(iter(to)) for directory, to in went.items() if len(to) == 1}
    shared = collections.Counter(place for to in went.values() for place in to)
    right = {
        f"{old}/__init__.py": f"{new}/__init__.py"
        for old, new in places.items()
        if shared[new] == 1
        and f"{old}/__init__.py" in before - after
        and f"{new}/__init__.py" in after - before
    }
    taken = set(right.values())
    kept = [move for move in moves if move[0] not in right and move[1] not in taken]
    return sorted([*kept, *right.items()], key=lambda move: move[1])


def paths_of(repository, commit):
    return set(repository.git("ls-tree", "-r", "-z", "--name-only", commit).split("\0"))


def is_taken(repository, commit, moves):
    before = paths_of(repository, commit + "^")
    staying = before - {old for old, _ in moves}
    if any(rival in staying for _, new in moves for rival in (new, twin(new))):
        return False
    names = {name for move in moves for name in move_words(move)}
    mover, other, imports = 0, 0, 0
    patch = repository.git("diff-tree", "-r", "-M", "-l0", "--raw", "-z", "--no-commit-id", commit)
    for old_blob, new_blob in changed_blobs(patch):
        for blob, lines in changed_lines(repository, old_blob, new_blob):
            text = repository.source(blob).text.split("\n")
            within = import_lines(repository, blob)
            for number in lines:
                line = text[number - 1] if number <= len(text) else ""
                if not line.strip() or line.lstrip().startswith("#"):
                    continue
                if number in within:
                    mover += 1
                    imports += 1
                elif any(name in line for name in names):
                    mover += 1
                else:
                    other += 1
    return imports > 0 and mover >= other


def twin(path):
    """The other file that would have the same dotted name."""
    package = "/__init__.py"
    return path.removesuffix(package) + ".py" if path.endswith(package) else path[:-3] + package


def move_words(move):
    """What the module is called where it is named whole or by its last two segments."""
    for path in move:
        steps = re.sub(r"(/__init__)?\.py$", "", path).split("/")
        yield ".".join(steps[-2:])


def changed_blobs(raw):
    """Old and new blob of each changed Python file; None where there is none."""
    fields = iter(raw.split("\0"))
    for head in fields:
        if not head:
            continue
        _, _, old, new, status = head.lstrip(":").split()
        path = next(fields)
        if status[0] in "RC":
            path = next(fields)
        if path.endswith(CODE) and old != new:
            yield (old if old.strip("0") else None), (new if new.strip("0") else None)


def changed_lines(repository, old, new):
    if old is None or new is None:
        blob = old or new
        yield blob, range(1, repository.source(blob).text.count("\n") + 2)
        return
    removed, added = [], []
    for line in repository.git("diff", "-U0", old, new).split("\n"):
        hunk = re.match(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", line)
        if hunk:
            start, count, to, size = hunk.groups()
            removed.extend(range(int(start), int(start) + int(count or 1)))
            added.extend(range(int(to), int(to) + int(size or 1)))
    yield old, removed
    yield new, added


def import_lines(repository, blob):
    source = repository.source(blob)
    if not hasattr(source, "import_lines"):
        source.import_lines = set()
        for start, end, text in statements(source.text):
            if IMPORT.match(text):
                source.import_lines.update(range(start, end + 1))
    return source.import_lines


if __name__ == "__main__":
    main(*sys.argv[1:])
