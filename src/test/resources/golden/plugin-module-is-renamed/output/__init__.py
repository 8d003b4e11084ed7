SIZE = 3
from . import forms, inks as tints
from .forms import Circle
from .tools import text

SHAPES = [Circle, forms.Square, tints.RED, text]
