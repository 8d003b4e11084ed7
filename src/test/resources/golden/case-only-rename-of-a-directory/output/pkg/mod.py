from pkg import __name__ as own
