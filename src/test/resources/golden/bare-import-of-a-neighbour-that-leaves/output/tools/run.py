from lib.helper import help

help()
