from . import part
from .part import P
