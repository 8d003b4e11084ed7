from .here import here
