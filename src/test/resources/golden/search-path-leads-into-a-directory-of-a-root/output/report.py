import sys

sys.path.insert(0, "tools")
try:
    from lib.target import LIMIT
except ImportError:
    LIMIT = 0
