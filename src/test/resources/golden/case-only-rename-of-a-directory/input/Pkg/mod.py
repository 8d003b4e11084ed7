from Pkg import __name__ as own
