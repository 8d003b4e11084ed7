from acme.tools import extra
from acme.jobs import run
