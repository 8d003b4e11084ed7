import a.x
from a import x
from a import y
