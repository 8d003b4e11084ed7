import contextlib

with contextlib.suppress(ImportError): import x.b as m
