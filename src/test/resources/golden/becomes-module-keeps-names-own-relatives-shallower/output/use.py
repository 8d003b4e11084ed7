from a import x
from a.x import Y, value
