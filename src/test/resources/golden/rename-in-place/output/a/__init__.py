from .fresh import f
from . import fresh as old
