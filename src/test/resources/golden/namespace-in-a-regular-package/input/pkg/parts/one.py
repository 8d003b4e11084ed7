from .two import TWO
from ..base import BASE
from . import two
