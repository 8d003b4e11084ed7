from importlib import import_module as load, util as tools
from unittest.mock import patch as p

assert load("a.b").f() == 1
assert tools.find_spec("a.b") and tools.find_spec(".b", "a") and tools.find_spec(".b", __package__)
with p("a.b.f"), p.multiple("a.b", f=1), p.dict("a.b.__dict__"):
    pass
