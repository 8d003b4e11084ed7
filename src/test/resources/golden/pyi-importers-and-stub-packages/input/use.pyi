import pkg.m
from pkg import only

x: pkg.m.K
