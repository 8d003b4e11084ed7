"""Imports the module named on the command line and tells its public names as JSON.

Usage: public_names.py ANSWER MODULE. The answer goes to a file, because importing may print.
"""
import ast
import importlib
import inspect
import json
import sys


def parameters_of(thing):
    try:
        signature = inspect.signature(thing)
    except (TypeError, ValueError):
        return None
    return [
        "%s %s%s" % (p.kind.name, p.name, "" if p.default is p.empty else " =")
        for p in signature.parameters.values()
    ]


def assigned_names(module):
    """Names that the module's own level assigns: constants, as opposed to what it imports."""
    try:
        with open(module.__file__, "rb") as file:
            body = ast.parse(file.read()).body
    except (OSError, SyntaxError, TypeError, ValueError, AttributeError):
        return set()
    names = set()
    for statement in body:
        if isinstance(statement, ast.Assign):
            targets = statement.targets
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            targets = [statement.target]
        else:
            continue
        for target in targets:
            names.update(n.id for n in ast.walk(target) if isinstance(n, ast.Name))
    return names


def describe(module, name, listed, assigned):
    thing = getattr(module, name)
    own = getattr(thing, "__module__", None) == module.__name__
    if inspect.ismodule(thing):
        return None
    if inspect.isclass(thing):
        return {"kind": "class"} if own or listed else None
    if inspect.isroutine(thing):
        if own or listed:
            return {"kind": "function", "parameters": parameters_of(thing)}
        return None
    if listed or name in assigned:
        # not the value: it may be a time, a path or a draw
        return {"kind": "value", "type": type(thing).__name__}
    return None


def main(answer, name):
    try:
        module = importlib.import_module(name)
    except BaseException as error:  # a module may even call sys.exit
        told = {"error": "%s: %s" % (type(error).__name__, error)}
    else:
        listed = getattr(module, "__all__", None)
        listed = [n for n in listed if isinstance(n, str)] if listed is not None else None
        names = {}
        assigned = assigned_names(module)
        for public in sorted(set(listed if listed is not None else vars(module))):
            if listed is None and public.startswith("_"):
                continue
            if not hasattr(module, public):
                continue
            described = describe(module, public, listed is not None, assigned)
            if described is not None:
                names[public] = described
        told = {"file": getattr(module, "__file__", None), "names": names}
    with open(answer, "w", encoding="utf-8") as out:
        json.dump(told, out)


main(sys.argv[1], sys.argv[2])
