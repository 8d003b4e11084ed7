#!/usr/bin/env python3
"""Ferry beside rope and basedpyright, in one run on the same clone: what each takes and what each does.

usage: python bench/peers/run.py CLONE [--commit C] [--batches FILE ...] [--rope PYTHON]
                                 [--basedpyright SERVER] [--rope-moves N] [--rounds N] [--only one|renamed|all]

PYTHON has rope (`pip install rope==1.14.0`), SERVER is basedpyright-langserver (`pip install
basedpyright`); a peer that is not given is left out. Three tasks: one module to another folder, the same
under another name in its own folder (the language server edits nothing for any other move; rope's move
cannot rename), and all rows of the batches whose source is there and whose destination is not. Each tool
starts from the same checkout and writes its changes; what it wrote is judged by judge.py, which knows
none of the tools.

Rope takes the moves one after the other: with --rope-moves N only N of them, and the time of all is
extrapolated from its first move and the mean of the rest, which the table says.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

import judge

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
COMMIT = "c4acf018fc5c01f2c92cd615fc33ff54d55f7294"
ONE = (
    "labs/bridge/explainability_interface_layer.py",
    "core/bridge/explainability_interface_layer.py",
)
RENAMED = (ONE[0], "labs/bridge/explainability_layer.py")
LUKHAS = os.path.join(TOP, "src/test/resources/lukhas")
HEAD = "| task | tool | wall | processor time | peak memory | references | updated | left over | unrelated bytes | no longer parse |"


def main():
    options = arguments()
    work = tempfile.mkdtemp(prefix="ferry-peers-")
    checkout = os.path.join(work, "checkout")
    run(["git", "clone", "-q", "--shared", "--no-checkout", options.clone, checkout])
    git(checkout, "checkout", "-q", "-B", "main", options.commit)
    git(checkout, "config", "gc.auto", "0")
    subprocess.run([options.ferry, "--version"], check=True, stdout=subprocess.DEVNULL)
    before = judge.read(checkout)
    rows = movable(before, options.batches)
    print(f"{sum(p.endswith('.py') for p in before)} sources, {len(before)} files; {len(rows)} rows to move")
    print(f"\n{HEAD}\n" + "|---" * (HEAD.count("|") - 1) + "|", flush=True)
    tasks = {"one": [ONE], "renamed": [RENAMED], "all": rows}
    for task, moves in tasks.items():
        if options.only in (None, task):
            compare(options, checkout, before, task, moves)
    shutil.rmtree(work)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("clone", type=os.path.abspath)
    parser.add_argument("--commit", default=COMMIT)
    parser.add_argument("--ferry", default=os.path.join(TOP, "ferry"))
    parser.add_argument("--batches", nargs="*", default=default_batches())
    parser.add_argument("--rope")
    parser.add_argument("--basedpyright")
    parser.add_argument("--rope-moves", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=3, help="of ferry; the peers run once")
    parser.add_argument("--only", choices=["one", "renamed", "all"])
    return parser.parse_args()


def default_batches():
    return [os.path.join(LUKHAS, n) for n in sorted(os.listdir(LUKHAS)) if n.endswith(".tsv")]


def movable(before, batches):
    """Rows that every tool could make: nothing stands in their way."""
    rows, taken = [], set()
    for batch in batches:
        for line in open(batch, encoding="utf-8"):
            fields = line.rstrip("\n").split("\t")
            if len(fields) < 3 or line.startswith("#"):
                continue
            source, destination = fields[1], fields[2]
            parents = destination.split("/")[:-1]
            blocked = any("/".join(parents[: i + 1]) + ".py" in before for i in range(len(parents)))
            if source in before and destination not in before | dict.fromkeys(taken) and not blocked:
                rows.append((source, destination))
                taken.add(destination)
    return rows


def compare(options, checkout, before, task, moves):
    flat = [path for move in moves for path in move]
    ferry = [options.ferry, "-q", "-C", checkout, "move", *flat, "--write"]
    cache = os.path.join(checkout, ".git", "ferry")
    report(options, checkout, before, task, "ferry, cold", moves, ferry, lambda: shutil.rmtree(cache, True))
    report(options, checkout, before, task, "ferry, warm", moves, ferry, lambda: None)
    if options.rope and task != "renamed":
        some = moves[: options.rope_moves] if options.rope_moves else moves
        paths = [path for move in some for path in move]
        command = [options.rope, os.path.join(HERE, "rope_moves.py"), checkout, *paths]
        once(checkout, before, task, "rope", some, command, len(moves))
    if options.basedpyright:
        script = os.path.join(HERE, "language_server_moves.py")
        command = [sys.executable, script, options.basedpyright, checkout, *flat]
        once(checkout, before, task, "basedpyright", moves, command, len(moves))


def report(options, checkout, before, task, tool, moves, command, prepare):
    figures = []
    for _ in range(options.rounds):
        reset(checkout, before)
        prepare()
        figures.append(measured(command)[:3])
    wall, spent, peak = (statistics.median(column) for column in zip(*figures))
    row(task, len(moves), tool, wall, spent, peak, judged(checkout, before, moves))


def once(checkout, before, task, tool, moves, command, of):
    reset(checkout, before)
    wall, spent, peak, out = measured(command)
    if len(moves) < of:
        each = [float(line.split()[0]) for line in out.splitlines() if line.endswith(" s")]
        rest = statistics.mean(each[1:]) * (of - len(each))
        tool += f" ({len(moves)} moves made; all {of} would take {wall + rest:.0f} s)"
    row(task, len(moves), tool, wall, spent, peak, judged(checkout, before, moves))


def measured(command):
    """Wall and processor seconds, peak MB of the largest process, standard output."""
    # by GNU time: a process that this one started would inherit its peak
    with tempfile.NamedTemporaryFile("r") as figures, tempfile.TemporaryFile("w+") as out:
        timed = ["/usr/bin/time", "-o", figures.name, "-f", "%e %U %S %M", *command]
        if status := subprocess.call(timed, stdout=out, stdin=subprocess.DEVNULL):
            sys.exit(f"{command[0]} ended with {status}: no figure of it would mean anything")
        out.seek(0)
        wall, user, system, peak = map(float, figures.read().split("\n")[-2].split())
        return wall, user + system, peak / 1024, out.read()


def judged(checkout, before, moves):
    return judge.judge(before, judge.read(checkout), moves)


def row(task, count, tool, wall, spent, peak, found):
    print(
        f"| {task} ({count}) | {tool} | {wall:.2f} s | {spent:.2f} s | {peak:.0f} MB |"
        f" {found['references']} | {found['updated']} | {found['leftover']} | {found['unrelated']}"
        f" | {found['broken']} |",
        flush=True,
    )


def reset(checkout, before):
    """Not by git, which gives up where a partial clone lacks an object."""
    for path, content in judge.read(checkout).items():
        if path not in before:
            os.remove(os.path.join(checkout, path))
    for path, content in before.items():
        full = os.path.join(checkout, path)
        if not os.path.exists(full) or open(full, "rb").read() != content:
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "wb") as file:
                file.write(content)
    git(checkout, "update-index", "-q", "--refresh")


def git(checkout, *command):
    """Objects that a partial clone lacks leave files out, and are no failure here."""
    subprocess.run(["git", "-C", checkout, *command], stderr=subprocess.DEVNULL, check=False)


def run(command):
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
