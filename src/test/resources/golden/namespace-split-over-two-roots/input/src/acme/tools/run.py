from acme.tools.extra import EXTRA
from .extra import EXTRA as SAME
