from a import (
	b,  # first
	c,
)
