from a import (
	c,
)
from x import b  # first
