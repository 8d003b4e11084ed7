import pkgutil

FOUND = ["b.f", "b.missing", "b"]
