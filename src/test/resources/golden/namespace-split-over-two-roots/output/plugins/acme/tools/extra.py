EXTRA = 1
from acme.jobs import run
