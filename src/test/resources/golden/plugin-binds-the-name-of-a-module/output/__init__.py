from .inks import tints
