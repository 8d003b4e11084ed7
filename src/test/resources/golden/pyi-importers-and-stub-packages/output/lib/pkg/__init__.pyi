from .m import f as f
from lib.pkg.m import K as K
