from ...shelf.base import LIMIT
from ..inner import deep
