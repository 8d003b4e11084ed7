"""Judges what a tool did to a tree, by Python's own ast alone: no part of it is the tool's.

A reference names a moved module in an import (absolute or relative, from any depth), in a dotted use
of what `import a.b` brought in, or in a string that patch(), import_module() or __import__() is given.
Files that Python cannot parse have no references here.
"""

import ast
import difflib
import os

LOADERS = {"patch", "import_module", "__import__", "object", "dict"}


def module_name(path):
    name = path[: -len(".py")].replace("/", ".")
    return name[: -len(".__init__")] if name.endswith(".__init__") else name


def parsed(content):
    try:
        return ast.parse(content)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def named(tree, path):
    """Yields (dotted name, first line, last line) of all that the file names."""
    package = module_name(path)
    if not path.endswith("/__init__.py"):
        package = package.rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno, node.end_lineno
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join(above + ([base] if base else []))
            for alias in node.names:
                yield f"{base}.{alias.name}", node.lineno, node.end_lineno
        elif isinstance(node, ast.Attribute):
            if dotted := dotted_name(node):
                yield dotted, node.lineno, node.end_lineno
        elif isinstance(node, ast.Call):
            function = node.func
            name = getattr(function, "attr", getattr(function, "id", ""))
            if name in LOADERS and node.args and isinstance(node.args[0], ast.Constant):
                if isinstance(node.args[0].value, str):
                    yield node.args[0].value, node.args[0].lineno, node.args[0].end_lineno


def dotted_name(node):
    parts = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(parts)]) if isinstance(node, ast.Name) else None


class Names:
    """Tells whether a dotted name is one of some modules or lies within one."""

    def __init__(self, names):
        self.names = set(names)

    def hold(self, name):
        while name:
            if name in self.names:
                return True
            name = name.rpartition(".")[0]
        return False


def references(tree, path, names):
    """The places that name one of the modules, each once."""
    found = set()
    for name, first, last in named(tree, path):
        if names.hold(name):
            found.add((name, first, last))
    # a.b.c.d holds a.b.c as a node of its own: the longest name at a place counts
    longest = {}
    for name, first, last in found:
        key = (first, last)
        longest.setdefault(key, set()).add(name)
    return {
        (name, *key)
        for key, group in longest.items()
        for name in group
        if not any(other != name and other.startswith(name + ".") for other in group)
    }


def judge(before, after, moves):
    """Compares two trees, {path: bytes}; moves is a list of (source, destination)."""
    old = Names(module_name(source) for source, _ in moves)
    new = Names(module_name(destination) for _, destination in moves)
    place = dict(moves)
    stems = {module_name(path).rpartition(".")[2].encode() for pair in moves for path in pair}
    result = {"references": 0, "updated": 0, "leftover": 0, "unrelated": 0, "files": 0, "broken": 0}
    for path, content in before.items():
        target = place.get(path, path)
        if target not in after:
            target = path
        changed = after.get(target, content)
        if not path.endswith(".py"):
            if changed != content:
                result["files"] += 1
                result["unrelated"] += unrelated(content, changed, stems, [], [])
            continue
        interesting = any(stem in content for stem in stems)
        if not interesting and changed == content:
            continue
        tree_before, tree_after = parsed(content), parsed(changed)
        spans_before = spans_after = ()
        if tree_before is not None:
            held = references(tree_before, path, old)
            result["references"] += len(held)
            spans_before = spans(tree_before, held, path in place)
            if tree_after is None:
                result["broken"] += 1
        if tree_after is not None:
            reached = references(tree_after, target, new)
            left = references(tree_after, target, old)
            result["leftover"] += len(left)
            if tree_before is not None:
                already = len(references(tree_before, path, new))
                result["updated"] += max(0, len(reached) - already)
            spans_after = spans(tree_after, reached, path in place)
        if changed != content:
            result["files"] += 1
            result["unrelated"] += unrelated(content, changed, stems, spans_before, spans_after)
    return result


def spans(tree, held, moved):
    """Lines of references; in a moved file also those of its relative imports and what they became."""
    found = [(first, last) for _, first, last in held]
    if moved:
        found += [
            (node.lineno, node.end_lineno)
            for node in ast.walk(tree)
            if isinstance(node, (ast.Import, ast.ImportFrom))
        ]
    return found


def unrelated(content, changed, stems, spans_before, spans_after):
    """Bytes of changed lines that neither belong to a reference nor spell a moved module."""
    one, other = content.splitlines(keepends=True), changed.splitlines(keepends=True)
    total = 0
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            total += outside(one, a, b, stems, spans_before)
            total += outside(other, c, d, stems, spans_after)
    return total


def outside(lines, start, end, stems, spans_of_references):
    return sum(
        len(lines[i])
        for i in range(start, end)
        if not any(stem in lines[i] for stem in stems)
        and not any(first <= i + 1 <= last for first, last in spans_of_references)
    )


def read(checkout):
    """All tracked and new files of a checkout by path."""
    tree = {}
    for folder, folders, files in os.walk(checkout):
        folders[:] = [name for name in folders if name not in (".git", "__pycache__")]
        for name in files:
            full = os.path.join(folder, name)
            if os.path.isfile(full) and not os.path.islink(full):
                with open(full, "rb") as file:
                    tree[os.path.relpath(full, checkout)] = file.read()
    return tree
