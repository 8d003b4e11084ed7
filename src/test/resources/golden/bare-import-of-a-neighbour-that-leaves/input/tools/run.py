from helper import help

help()
