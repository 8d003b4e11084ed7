import sys

sys.path.append("tools")
try:
    from helper import help
except ImportError:
    help = None
try:
    import helper.sub, unrelated
except ImportError:
    pass
