SIZE = 3
from . import forms, inks
from .forms import Circle
from .tools import text

SHAPES = [Circle, forms.Square, inks.RED, text]
