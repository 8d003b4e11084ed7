from .Widget import Widget
