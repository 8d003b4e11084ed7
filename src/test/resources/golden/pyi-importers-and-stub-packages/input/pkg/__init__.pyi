from .m import f as f
from pkg.m import K as K
