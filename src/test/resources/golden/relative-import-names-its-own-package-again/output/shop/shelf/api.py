from ..shelf import base
from ..shelf.base import LIMIT
from . import base as same

print(base, LIMIT, same)
