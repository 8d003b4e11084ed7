"""Counts the pairs of moves that meet, by Python's own parser and apart from ferry's code.

usage: python bench/real-run/conflicts.py CLONE REVISION BATCH.tsv ...

Two rows meet where one's file imports the other's, or where some file imports both (that file has to be
edited for each). Files that do not parse are looked through line by line for import statements. Prints
the pairs, and which movable rows import modules below labs that do not move with them.
"""

import ast
import re
import subprocess
import sys
from collections import defaultdict
from itertools import combinations

LINE = re.compile(r"^\s*(?:from\s+(\.*[\w.]*)\s+import\s+\(?([\w\s,]*)|import\s+([\w.,\s]+))")


def git(clone, *arguments, data=None):
    return subprocess.run(["git", "-C", clone, *arguments], input=data, capture_output=True, check=True).stdout


def files(clone, revision):
    """Every Python file with its bytes; blobs that the clone lacks are left out."""
    names = {}
    for line in git(clone, "ls-tree", "-r", "-z", revision).split(b"\0"):
        if line.endswith(b".py"):
            meta, path = line.split(b"\t", 1)
            names[path.decode(errors="replace")] = meta.split()[2]
    wanted = b"\n".join(names.values()) + b"\n"
    out, at, contents = git(clone, "cat-file", "--batch", data=wanted), 0, {}
    for path in names:
        end = out.index(b"\n", at)
        header = out[at:end].split()
        at = end + 1
        if header[-1] != b"missing":
            size = int(header[2])
            contents[path] = out[at : at + size]
            at += size + 1
    return contents


def names_of(path):
    module = path[: -len(".py")].replace("/", ".")
    return module[: -len(".__init__")] if module.endswith(".__init__") else module


def absolute(path, level, module):
    package = names_of(path).split(".")
    if not path.endswith("__init__.py"):
        package = package[:-1]
    package = package[: len(package) - (level - 1)] if level > 1 else package
    return ".".join(package + ([module] if module else [])) if level else module


def imported(path, content):
    """Dotted names that the file imports: modules, and names from modules."""
    try:
        tree = ast.parse(content)
    except (SyntaxError, ValueError):
        for line in content.decode(errors="replace").splitlines():
            found = LINE.match(line)
            if found and found[3]:
                yield from (part.split(" as ")[0].strip() for part in found[3].split(","))
            elif found and found[1]:
                level = len(found[1]) - len(found[1].lstrip("."))
                module = absolute(path, level, found[1].lstrip("."))
                yield module
                yield from (f"{module}.{name.split(' as ')[0].strip()}" for name in found[2].split(","))
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = absolute(path, node.level, node.module or "")
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def main(clone, revision, *batches):
    contents = files(clone, revision)
    rows = {}
    for batch in batches:
        for line in open(batch):
            source, destination = line.rstrip("\n").split("\t")[1:3]
            if source != destination and source in contents and destination not in contents:
                rows[source] = names_of(source)
    modules = {module: source for source, module in rows.items()}
    meets, importers = defaultdict(set), defaultdict(set)
    for path, content in contents.items():
        hit = {modules[name] for name in imported(path, content) if name in modules} - {path}
        for source in hit:
            importers[source].add(path)
            if path in rows:
                meets[frozenset((path, source))].add(f"{path} imports {source}")
        for pair in combinations(sorted(hit), 2):
            meets[frozenset(pair)].add(f"both are imported by {path}")
    print(len(rows), "rows can move;", len(meets), "pairs meet in imports")
    for pair, why in sorted(meets.items(), key=lambda item: sorted(item[0])):
        print("  ", " + ".join(sorted(rows[path] for path in pair)), "|", "; ".join(sorted(why)))


if __name__ == "__main__":
    main(*sys.argv[1:])
