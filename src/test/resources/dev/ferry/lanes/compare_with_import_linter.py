"""Compares the answers of ferry's lane guard with import-linter's, case by case.

argv: the file of cases, the file for the result. A case is a directory, the name of its
configuration file, and ferry's answers. Where several chains are equally short, import-linter takes
any of them (its order depends on hashes); ferry's are then replayed: each must be a shortest one in
import-linter's own graph without those before it, and at the end none may be left.
"""

import importlib
import json
import os
import sys
from copy import deepcopy

import grimp
from importlinter import configuration
from importlinter.application import use_cases
from importlinter.domain.contract import InvalidContractOptions, registry

configuration.configure()
use_cases._register_built_in_contract_types()


def detailed(link):
    return [link["importer"], link["imported"], sorted(set(link["line_numbers"]))]


def canonical(value):
    return json.dumps(value, sort_keys=True)


def peers_pairs(kind, metadata):
    """(importer, imported) -> routes as ferry tells them."""
    found = {}
    if kind == "forbidden":
        for each in metadata["invalid_chains"]:
            routes = [[[detailed(link) for link in chain], [], []] for chain in each["chains"]]
            found[each["downstream_module"], each["upstream_module"]] = routes
        return found
    layers = kind == "layers"
    for each in metadata["invalid_dependencies" if layers else "invalid_chains"]:
        ends = (
            (each["importer"], each["imported"])
            if layers
            else (each["downstream_module"], each["upstream_module"])
        )
        found[ends] = [
            [
                [detailed(link) for link in route["chain"]],
                [detailed(link) for link in route["extra_firsts"]],
                [detailed(link) for link in route["extra_lasts"]],
            ]
            for route in each["routes" if layers else "chains"]
        ]
    return found


def replay(search, graph):
    """Why ferry's chains are not a right answer, or None."""
    graph = deepcopy(graph)
    for module in search["without"]:
        if module in graph.modules:
            graph.remove_module(module)
    ends = search["importer"], search["imported"]
    for chain in search["chains"]:
        shortest = graph.find_shortest_chain(*ends, as_packages=search["asPackages"])
        if shortest is None or len(shortest) - 1 != len(chain):
            return f"chain {chain} where import-linter's graph has {shortest}"
        for importer, imported, lines in chain:
            if not graph.direct_import_exists(importer=importer, imported=imported):
                return f"no import {importer} -> {imported}"
            details = graph.get_import_details(importer=importer, imported=imported)
            if sorted({d["line_number"] for d in details}) != lines:
                return f"lines of {importer} -> {imported}: {lines}"
            graph.remove_import(importer=importer, imported=imported)
    left = graph.find_shortest_chain(*ends, as_packages=search["asPackages"])
    return None if left is None else f"left out {left}"


def compare_chains(kind, check, graph, answer, counts):
    theirs = peers_pairs(kind, check.metadata)
    ours = {(v[1], v[2]): v[3] for v in answer["violations"] if v[0] == "chains"}
    if set(theirs) != set(ours):
        return f"pairs {sorted(ours)} against {sorted(theirs)}"
    searches = {(s["importer"], s["imported"]): s for s in answer.get("searches", [])}
    for ends, routes in theirs.items():
        if sorted(map(canonical, routes)) == sorted(map(canonical, ours[ends])):
            counts["same"] += len(routes)
            continue
        if ends not in searches:
            return f"direct imports of {ends} differ: {ours[ends]} against {routes}"
        counts["ties"] += 1
    for search in searches.values():
        wrong = replay(search, graph)
        if wrong:
            return wrong
        counts["replayed"] += len(search["chains"])
    theirs_undeclared = sorted(check.metadata.get("undeclared_modules", []))
    ours_undeclared = sorted(m for v in answer["violations"] if v[0] == "undeclared" for m in v[1])
    if theirs_undeclared != ours_undeclared:
        return f"undeclared {ours_undeclared} against {theirs_undeclared}"
    return None


def compare_links(kind, check, answer, counts):
    if kind == "protected":
        theirs = [
            ["protected", m.top_level_module, m.original_expression or "", list(map(detailed, m.illegal_links))]
            for m in check.metadata["illegal_imports"]
        ]
    elif kind == "private_modules":
        links = list(map(detailed, check.metadata["illegal_imports"]))
        theirs = [["private", links]] if links else []
    else:
        theirs = [
            ["cycle", package, sorted(map(list, breakers))]
            for package, breakers in check.metadata["cycle_breakers_by_package"].items()
        ]
    ours = answer["violations"]
    if kind == "acyclic_siblings":
        ours = [[v[0], v[1], sorted(link[:2] for link in v[2])] for v in ours]
    else:
        ours = [v[:-1] + [sorted(v[-1])] for v in ours]
        theirs = [v[:-1] + [sorted(v[-1])] for v in theirs]
    # the peer lists an import once for each expression that protects its module; ferry lists it once
    if sorted(map(canonical, ours)) != sorted(set(map(canonical, theirs))):
        return f"{ours} against {theirs}"
    counts["same"] += len(theirs)
    return None


def compare_contract(options, session, graph, answer, counts):
    kind = options["type"]
    try:
        contract = registry.get_contract_class(kind)(options["name"], session, options)
        copy = deepcopy(graph)
        check = contract.check(copy, verbose=False)
    except (Exception, InvalidContractOptions) as refused:
        counts["errors"] += 1
        if answer["status"] == "judged":
            return f"judged, where import-linter says {refused!r}"
        return None
    if answer["status"] == "nothing":
        # a contract about nothing, which import-linter keeps
        counts["nothing"] += 1
        return None if check.kept else "about nothing, and broken"
    if answer["status"] == "error":
        return f"error {answer['problems']}, where import-linter judges: kept {check.kept}"
    counts["contracts"] += 1
    counts["broken"] += not check.kept
    if check.kept != answer["kept"]:
        return f"kept {answer['kept']} against {check.kept}"
    if check.ignored_import_count != answer["ignored"]:
        return f"ignored {answer['ignored']} against {check.ignored_import_count}"
    if kind in ("forbidden", "layers", "independence"):
        return compare_chains(kind, check, copy, answer, counts)
    return compare_links(kind, check, answer, counts)


def compare_imports(graph, ours):
    theirs = {}
    for importer in graph.modules:
        for imported in graph.find_modules_directly_imported_by(importer):
            details = graph.get_import_details(importer=importer, imported=imported)
            theirs[importer, imported] = sorted({d["line_number"] for d in details})
    ours = {(importer, imported): lines for importer, imported, lines in ours}
    if ours == theirs:
        return None
    more = {k: v for k, v in ours.items() if theirs.get(k) != v}
    less = {k: v for k, v in theirs.items() if ours.get(k) != v}
    return f"imports: only here {str(more)[:600]}, only there {str(less)[:600]}"


def compare(case, counts):
    os.chdir(case["directory"])
    path = case.get("path", case["directory"])
    sys.path.insert(0, path)
    importlib.invalidate_caches()
    try:
        options = use_cases.read_user_options(case["config"])
        session = options.session_options
        graph = grimp.build_graph(
            *session["root_packages"],
            include_external_packages=use_cases._get_include_external_packages(options),
            exclude_type_checking_imports=use_cases._get_exclude_type_checking_imports(options),
            cache_dir=None,
        )
        counts["imports"] += graph.count_imports()
        wrong = compare_imports(graph, case["answers"]["imports"])
        if wrong:
            yield wrong
            return
        for contract in options.contracts_options:
            answer = case["answers"]["contracts"][contract["name"]]
            wrong = compare_contract(contract, session, graph, answer, counts)
            if wrong:
                yield f"{contract['name']} ({contract['type']}): {wrong}"
    finally:
        sys.path.remove(path)


def main():
    names = ("cases", "contracts", "broken", "errors", "nothing", "imports", "same", "ties", "replayed")
    counts = dict.fromkeys(names, 0)
    mismatches = []
    with open(sys.argv[1], encoding="utf-8") as cases:
        for line in cases:
            case = json.loads(line)
            counts["cases"] += 1
            mismatches += [f"{case['directory']}: {wrong}" for wrong in compare(case, counts)]
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        json.dump({"counts": counts, "mismatches": mismatches[:20], "wrong": len(mismatches)}, out)


main()
