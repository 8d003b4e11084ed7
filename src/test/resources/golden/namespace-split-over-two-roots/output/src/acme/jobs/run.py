from acme.tools.extra import EXTRA
from ..tools.extra import EXTRA as SAME
