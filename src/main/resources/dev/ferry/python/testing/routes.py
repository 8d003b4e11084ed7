"""Imports the application named on the command line and tells its own table of routes as JSON.

Usage: routes.py ANSWER MODULE:NAME. The answer goes to a file, because importing may print. Knows
Starlette and FastAPI (`routes`, also of what is mounted) and Flask and Quart (`url_map`).
"""
import importlib
import json
import os
import re
import sys

DEEPEST = 10


def plain(path):
    """`{name:int}` of Starlette and `<int:name>` of Flask, as OpenAPI has them."""
    path = re.sub(r"<(?:[^<>:]*:)?([^<>]+)>", r"{\1}", path)
    return re.sub(r"\{([^{}:]+):[^{}]*\}", r"{\1}", path)


def of_starlette(routes, prefix, found, depth=0):
    for route in routes:
        path = getattr(route, "path", "")
        methods = getattr(route, "methods", None)
        inner = getattr(route, "routes", None)
        if methods:
            found.extend((method, plain(prefix + path)) for method in methods)
        elif inner and depth < DEEPEST:
            of_starlette(inner, prefix + path, found, depth + 1)


def of_flask(url_map, found):
    for rule in url_map.iter_rules():
        found.extend((method, plain(rule.rule)) for method in rule.methods or ())


def main(answer, named):
    sys.path.insert(0, os.getcwd())
    module, _, name = named.partition(":")
    thing = importlib.import_module(module)
    for part in name.rstrip("()").split("."):
        thing = getattr(thing, part)
    if name.endswith("()"):
        thing = thing()
    found = []
    if hasattr(thing, "routes"):
        of_starlette(thing.routes, "", found)
    elif hasattr(thing, "url_map"):
        of_flask(thing.url_map, found)
    else:
        raise TypeError("%s has no table of routes that is known" % named)
    return sorted({"%s %s" % route for route in found if route[1]})


if __name__ == "__main__":
    try:
        told = {"routes": main(sys.argv[1], sys.argv[2])}
    except BaseException as why:  # whatever an application does while it is imported
        told = {"error": "%s: %s" % (type(why).__name__, why)}
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(told, file)
