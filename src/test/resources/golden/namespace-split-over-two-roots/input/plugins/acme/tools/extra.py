EXTRA = 1
from acme.tools import run
