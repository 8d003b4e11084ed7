"""See a.b for more."""
import logging

log = logging.getLogger("a.b")
NAME = "a.b"
print("a.b")
raw = r"a.b"
text = "a.b is good"
