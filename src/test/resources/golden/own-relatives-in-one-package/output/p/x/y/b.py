from ...a.c import V
from ...u import V as W
from ... import u
