from . import tints
from .inks import tints as made

tints()
made()
