from .widget import Widget
