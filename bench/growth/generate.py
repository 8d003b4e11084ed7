"""Writes a synthetic monorepo as a stream for git fast-import, seeded and fast.

usage: python bench/growth/generate.py FILES [SEED] | git -C REPOSITORY fast-import --quiet

Packages lie three deep, fifty modules each; a file is 2 to 4 KB: a docstring, imports of the standard
library, of neighbours (relative) and of other packages (absolute), constants, functions, a class.
"""

import random
import sys

MODULES = 50
LIBRARY = ["os", "re", "sys", "json", "typing", "logging", "pathlib", "dataclasses", "functools"]
BODY = '''
LIMIT_{n} = {limit}


def {name}(items, factor=LIMIT_{n}):
    """Return the {name} of some items, as the caller wants them."""
    total = 0
    for index, item in enumerate(items):
        if index % 2 == 0 and item is not None:
            total += len(str(item)) * factor
        else:
            total -= index
    return {{"total": total, "name": "{name}", "limit": LIMIT_{n}}}


class {cls}:
    """Keeps what {name} came to."""

    def __init__(self, value, parent=None):
        self.value = value
        self.parent = parent

    def describe(self):
        lines = [f"{{key}}: {{self.value[key]}}" for key in sorted(self.value)]
        return "\\n".join(lines) if lines else "nothing of {name}"
'''
WORDS = "alpha beta gamma delta epsilon zeta eta theta iota kappa".split()


def main(files, seed=1):
    chance = random.Random(int(seed))
    out = sys.stdout.buffer
    packages = [package_of(i) for i in range(max(1, int(files) // MODULES))]
    out.write(b"commit refs/heads/main\ncommitter bench <bench@localhost> 1700000000 +0000\n")
    message = f"{files} files by seed {seed}".encode()
    out.write(b"data %d\n%s\n" % (len(message), message))
    written = set()
    for index, package in enumerate(packages):
        steps = package.split("/")
        for depth in range(1, len(steps) + 1):
            above = "/".join(steps[:depth])
            if above not in written:
                written.add(above)
                write(out, f"{above}/__init__.py", "")
        for number in range(MODULES):
            write(out, f"{package}/m{number:02}.py", module(chance, packages, index, number))


def package_of(index):
    return f"g{index // 100:02}/p{index // 10 % 10}/q{index % 10}"


def module(chance, packages, index, number):
    """One file; a few modules (m00 of each tenth package) are imported by very many."""
    lines = ['"""Module %d of package %d."""\n' % (number, index), "from __future__ import annotations\n"]
    lines += [f"import {name}" for name in sorted(chance.sample(LIBRARY, 3))]
    for _ in range(4):
        other = chance.choice(packages).replace("/", ".")
        target = chance.randrange(MODULES)
        lines.append(f"from {other}.m{target:02} import {name_of(other, target)}")
    common = packages[index // 100 * 100].replace("/", ".")
    lines.append(f"from {common} import m00 as common")
    sibling = chance.randrange(MODULES)
    lines.append(f"from .m{sibling:02} import {name_of(packages[index], sibling)} as nearby")
    text = "\n".join(lines) + "\n"
    for n in range(chance.randrange(2, 4)):
        name = name_of(packages[index], number) if n == 0 else f"{chance.choice(WORDS)}_{n}"
        text += BODY.format(n=n, limit=chance.randrange(1000), name=name, cls=name.title().replace("_", ""))
    return text


def name_of(package, number):
    return f"{WORDS[number % 10]}_{number}"


def write(out, path, text):
    content = text.encode()
    out.write(b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(content), content))


if __name__ == "__main__":
    main(*sys.argv[1:])
