from c.inner import f
from . import other
