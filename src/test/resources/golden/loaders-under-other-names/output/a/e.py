from importlib import import_module as load, util as tools
from unittest.mock import patch as p

assert load("c.d").f() == 1
assert tools.find_spec("c.d") and tools.find_spec("c.d", "a") and tools.find_spec("c.d", __package__)
with p("c.d.f"), p.multiple("c.d", f=1), p.dict("c.d.__dict__"):
    pass
