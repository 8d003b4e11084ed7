from .n import *
