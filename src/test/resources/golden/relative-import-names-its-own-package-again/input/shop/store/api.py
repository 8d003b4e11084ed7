from ..store import base
from ..store.base import LIMIT
from . import base as same

print(base, LIMIT, same)
