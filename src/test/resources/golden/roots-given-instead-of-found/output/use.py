from src.core import b
