from . import SIZE, tints as colours
from .text import upper


class Circle:
    colour = colours.RED


class Square:
    size = SIZE
    name = upper
