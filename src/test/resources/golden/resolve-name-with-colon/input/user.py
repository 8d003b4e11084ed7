import pkgutil

f = pkgutil.resolve_name("a.b:f")
