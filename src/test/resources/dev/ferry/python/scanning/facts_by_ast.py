"""Prints what CPython's own parser finds in files: the scanner must find the same.

Reads paths from standard input, one a line. For each file: "F path lines", or "X path" where it
does not parse; then "I module level name alias line start end contexts" for each imported name and
"B name" for each name bound at module level, sorted.
"""
import ast
import re
import sys
import tokenize
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(10000)
FUNCTION, CLASS, TRY, CONDITION, CHECKING, HANDLER = 1, 2, 4, 8, 16, 32


class Offsets:
    def __init__(self, raw, encoding):
        self.raw, self.encoding = raw, encoding
        self.starts = [0] + [m.end() for m in re.finditer(rb"\r\n|\n|\r", raw)]
        self.mark = 3 if raw.startswith(b"\xef\xbb\xbf") else 0

    def of(self, line, column):
        start = self.starts[line - 1] + (self.mark if line == 1 else 0)
        if self.encoding.lower().startswith("utf-8"):
            return start + column
        end = self.starts[line] if line < len(self.starts) else len(self.raw)
        text = self.raw[start:end].decode(self.encoding)
        return start + len(text.encode()[:column].decode().encode(self.encoding))


class Finder(ast.NodeVisitor):
    def __init__(self, offsets):
        self.offsets, self.rows, self.bound, self.context = offsets, [], set(), 0

    def within(self, bits, nodes):
        before, self.context = self.context, self.context | bits
        for node in nodes:
            self.visit(node)
        self.context = before

    @property
    def at_module(self):
        return not self.context & (FUNCTION | CLASS)

    def bind(self, name):
        if self.at_module and name:
            self.bound.add(name)

    def row(self, node, module, level, name, alias):
        start = self.offsets.of(node.lineno, node.col_offset)
        end = self.offsets.of(node.end_lineno, node.end_col_offset)
        self.rows.append((module, level, name, alias, node.lineno, start, end, self.context))

    def visit_Import(self, node):
        for alias in node.names:
            self.row(node, alias.name, 0, "", alias.asname or "")
            self.bind(alias.asname or alias.name.partition(".")[0])

    def visit_ImportFrom(self, node):
        for alias in node.names:
            self.row(node, node.module or "", node.level, alias.name, alias.asname or "")
            if alias.name != "*":
                self.bind(alias.asname or alias.name)

    def function(self, node):
        self.bind(node.name)
        for part in node.decorator_list + [d for d in node.args.defaults]:
            self.visit(part)
        self.within(FUNCTION, node.body)

    visit_FunctionDef = visit_AsyncFunctionDef = function

    def visit_Lambda(self, node):
        pass

    def visit_ClassDef(self, node):
        self.bind(node.name)
        self.within(CLASS, node.body)

    def visit_Try(self, node):
        self.within(TRY, node.body)
        for handler in node.handlers:
            self.within(HANDLER, handler.body)
        self.within(0, node.orelse + node.finalbody)

    visit_TryStar = visit_Try

    def visit_With(self, node):
        for item in node.items:
            self.visit(item)
        named = [inner for item in node.items for inner in ast.walk(item)]
        guards = any("suppress" in (getattr(i, "id", ""), getattr(i, "attr", "")) for i in named)
        self.within(TRY if guards else 0, node.body)

    visit_AsyncWith = visit_With

    def visit_If(self, node):
        test = node.test
        name = test.id if isinstance(test, ast.Name) else getattr(test, "attr", "")
        plain = isinstance(test, (ast.Name, ast.Attribute))
        self.visit(test)
        self.within(CHECKING if plain and name == "TYPE_CHECKING" else CONDITION, node.body)
        elif_ = len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If)
        if elif_ and self.is_elif(node, node.orelse[0]):
            self.visit(node.orelse[0])
        else:
            self.within(CONDITION, node.orelse)

    def is_elif(self, outer, inner):
        return self.offsets.raw[self.offsets.of(inner.lineno, inner.col_offset):].startswith(b"elif")

    def visit_match_case(self, node):
        self.visit(node.pattern)
        if node.guard:
            self.visit(node.guard)
        self.within(CONDITION, node.body)

    def visit_MatchAs(self, node):
        self.bind(node.name)
        self.generic_visit(node)

    visit_MatchStar = visit_MatchAs

    def visit_MatchMapping(self, node):
        self.bind(node.rest)
        self.generic_visit(node)

    def visit_Name(self, node):
        if isinstance(node.ctx, ast.Store):
            self.bind(node.id)

    def visit_comprehension_holder(self, node):
        for inner in ast.walk(node):
            if isinstance(inner, ast.NamedExpr):
                self.bind(inner.target.id)

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = (
        visit_comprehension_holder
    )

    def visit_JoinedStr(self, node):
        pass

    def visit_Global(self, node):
        self.bound.update(node.names)

    def visit_TypeAlias(self, node):
        self.bind(node.name.id)

    def visit_Module(self, node):
        for statement in node.body:
            self.visit(statement)
            if isinstance(statement, ast.Delete):
                for target in statement.targets:
                    for name in ast.walk(target):
                        if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Del):
                            self.bound.discard(name.id)


def main():
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", errors="surrogateescape", newline="\n")
    paths = open(sys.stdin.fileno(), encoding="utf-8", errors="surrogateescape")
    for path in paths.read().split("\n"):
        if not path:
            continue
        with open(path, "rb") as file:
            raw = file.read()
        try:
            with open(path, "rb") as file:
                encoding = tokenize.detect_encoding(file.readline)[0]
            tree = ast.parse(raw)
        except (SyntaxError, ValueError, RecursionError, UnicodeError, LookupError):
            out.write(f"X\t{path}\n")
            continue
        lines = len(re.findall(rb"\r\n|\n|\r", raw)) + (raw[-1:] not in (b"", b"\n", b"\r"))
        out.write(f"F\t{path}\t{lines}\n")
        finder = Finder(Offsets(raw, encoding))
        finder.visit(tree)
        for row in sorted(finder.rows, key=lambda r: r[5]):
            out.write("I\t" + "\t".join(map(str, row)) + "\n")
        for name in sorted(finder.bound):
            out.write(f"B\t{name}\n")
    out.flush()


main()
