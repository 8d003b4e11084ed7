from . import a
import m
