from .tints import tints
