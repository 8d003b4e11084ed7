import contextlib

with contextlib.suppress(ImportError): import a.b as m
