from . import a
import far.m as m
