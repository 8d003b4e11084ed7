from lib.pkg.m import f
