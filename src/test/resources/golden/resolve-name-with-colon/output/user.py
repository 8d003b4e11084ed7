import pkgutil

f = pkgutil.resolve_name("x.b:f")
