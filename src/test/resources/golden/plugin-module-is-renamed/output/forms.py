from . import SIZE, inks as colours
from .tools.text import upper


class Circle:
    colour = colours.RED


class Square:
    size = SIZE
    name = upper
