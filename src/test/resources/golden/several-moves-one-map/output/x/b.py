from y.c import V
from y.c import V as W
