import pkgutil

FOUND = ["x.b.f", "b.missing", "b"]
