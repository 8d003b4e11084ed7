from . import tints
from .tints import tints as made

tints()
made()
