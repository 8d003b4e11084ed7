import lib.pkg.m
from lib.pkg import only

x: lib.pkg.m.K
