SIZE = 3
from . import tints
from .tools import forms
from .tools.forms import Circle
from .tools import text

SHAPES = [Circle, forms.Square, tints.RED, text]
