"""Writes a synthetic repository with a batch of moves, as a stream for git fast-import; seeded.

usage: python bench/campaign/generate.py MODULES BATCH [SEED] | git -C REPOSITORY fast-import --quiet

MODULES modules lie in labs/ and are to move to core/; as many others stay. What joins them follows the
batches that ferry was made for (docs/real-run.md: 22 conflicting pairs among 123 rows, one package for
which 30 rows wait): one module in eleven imports another one that moves, earlier in the batch or later;
one staying file in sixteen imports two that move; in every tenth area a module stands in the way of the
package that a fifth of the area's rows go to.
"""

import random
import sys

AREA = 100
BODY = '''

LIMIT = {limit}


def work_{n}(items, factor=LIMIT):
    """What some items come to."""
    total = 0
    for index, item in enumerate(items):
        total += len(str(item)) * factor if index % 2 else -index
    return total
'''


def main(modules, batch, seed=1):
    modules, chance = int(modules), random.Random(int(seed))
    out = sys.stdout.buffer
    out.write(b"commit refs/heads/main\ncommitter bench <bench@localhost> 1700000000 +0000\ndata 5\nbench\n")
    areas = (modules + AREA - 1) // AREA
    for area in range(areas):
        write(out, f"labs/a{area:03}/__init__.py", "")
        write(out, f"app/a{area:03}/__init__.py", "")
        write(out, f"core/a{area:03}/__init__.py", "")
        if area % 10 == 0:
            write(out, f"core/a{area:03}/rules.py", "RULES = 1\n")
    with open(batch, "w") as rows:
        for i in range(modules):
            area = i // AREA
            imports = ["import os", "import logging"]
            if chance.random() < 1 / 11:
                other = chance.randrange(max(0, i - AREA), min(modules, i + AREA))
                if other != i:
                    imports.append(f"from labs.a{other // AREA:03} import m{other:05}")
            text = "\n".join(imports) + BODY.format(n=i, limit=chance.randrange(1000))
            write(out, f"labs/a{area:03}/m{i:05}.py", text)
            used = []
            if chance.random() < 1 / 16:
                first = chance.randrange(modules)
                used = [first, min(modules - 1, first + 1 + chance.randrange(5))]
            elif chance.random() < 1 / 2:
                used = [chance.randrange(modules)]
            imports = [f"from labs.a{u // AREA:03}.m{u:05} import work_{u}" for u in used]
            text = "\n".join(["import os"] + imports) + BODY.format(n=i, limit=chance.randrange(1000))
            write(out, f"app/a{area:03}/u{i:05}.py", text)
            inner = "/rules" if area % 10 == 0 and i % 5 == 0 else ""
            rows.write(
                f"labs.a{area:03}.m{i:05}\tlabs/a{area:03}/m{i:05}.py\tcore/a{area:03}{inner}/m{i:05}.py\n"
            )


def write(out, path, text):
    content = text.encode()
    out.write(b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(content), content))


if __name__ == "__main__":
    main(*sys.argv[1:])
