from core import b
