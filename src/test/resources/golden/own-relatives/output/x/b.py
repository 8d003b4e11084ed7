from a.c import V
from a import c
from a import c as k
