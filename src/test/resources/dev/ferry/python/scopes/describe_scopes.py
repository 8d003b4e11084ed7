"""Says of Python files what CPython finds in them; the test compares.

A file begins with `file PATH`. `ref START END` is a name with the attributes that follow it, as
offsets of bytes; `scope KIND LOCALS GLOBALS FREE` a scope with its names.
"""

import ast
import io
import os
import symtable
import sys
import tokenize
import warnings

warnings.simplefilter("ignore")


def line_starts(data):
    starts = [0]
    for line in data.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts


class Chains(ast.NodeVisitor):
    def __init__(self, data):
        self.data = data
        self.starts = line_starts(data)
        self.found = set()

    def offset(self, line, column):
        return self.starts[line - 1] + column

    def visit_JoinedStr(self, node):
        pass  # before 3.12 the positions in it are not those of the file

    def visit_Attribute(self, node):
        base = node
        while isinstance(base, ast.Attribute):
            base = base.value
        if isinstance(base, ast.Name) and b")" not in self.text(base, node):
            self.add(base, node)
        elif isinstance(base, ast.Name):
            self.visit(node.value)  # (a.b).c: what follows a bracket is no name any more
        else:
            self.visit(base)

    def visit_Name(self, node):
        self.add(node, node)

    def range(self, first, last):
        start = self.offset(first.lineno, first.col_offset)
        end = self.offset(last.end_lineno, last.end_col_offset)
        return start, end

    def text(self, first, last):
        start, end = self.range(first, last)
        return self.data[start:end]

    def add(self, first, last):
        self.found.add(self.range(first, last))


def scopes(table, owner=""):
    kind = table.get_type()
    owner = table.get_name().lstrip("_") if kind == "class" else owner
    names = {"L": set(), "G": set(), "F": set()}
    for symbol in table.get_symbols():
        name = symbol.get_name()
        if name.startswith(".") or name == "__class__" or name == "__classdict__":
            continue
        if owner and name.startswith("_" + owner + "__"):
            name = name[len(owner) + 1 :]  # CPython mangles private names
        if symbol.is_free():
            names["F"].add(name)
        elif symbol.is_local() and kind != "module":  # a function may bind a global
            names["L"].add(name)
        else:
            names["G"].add(name)
    yield "scope " + kind + " " + " ".join(
        ",".join(sorted(names[which])) or "-" for which in "LGF"
    )
    for child in table.get_children():
        yield from scopes(child, owner)


def describe(path, out):
    data = open(path, "rb").read()
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = data.decode(encoding)
        tree = ast.parse(data)
        table = symtable.symtable(data, path, "exec")
    except (SyntaxError, UnicodeDecodeError, ValueError, RecursionError):
        return
    if encoding not in ("utf-8", "utf-8-sig") or data.startswith(b"\xef\xbb\xbf"):
        return
    if b"\x0c" in data or b"\r" in data or "\x1c" in text or "\x85" in text or "\u2028" in text:
        return  # bytes.splitlines() and ast count lines differently there
    chains = Chains(data)
    chains.visit(tree)
    out.write("file " + path + "\n")
    for start, end in sorted(chains.found):
        out.write(f"ref {start} {end}\n")
    if b"import annotations" in data:
        out.write("unscoped\n")  # the table leaves out what annotations name
        return
    for line in sorted(scopes(table)):
        out.write(line + "\n")


def main():
    out = io.TextIOWrapper(sys.stdout.buffer, "utf-8", errors="surrogateescape")
    for top in sys.argv[1:]:
        for folder, _, names in sorted(os.walk(top)):
            if "site-packages" in folder:
                continue
            for name in sorted(names):
                if name.endswith(".py"):
                    describe(os.path.join(folder, name), out)
    out.flush()


main()
