SIZE = 3
from . import forms, tints
from .forms import Circle
from .tools import text

SHAPES = [Circle, forms.Square, tints.RED, text]
