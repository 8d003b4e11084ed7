from ...store.base import LIMIT
from ..inner import deep
