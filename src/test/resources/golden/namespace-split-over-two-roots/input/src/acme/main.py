from acme.tools import run, extra
