from .y import Y
from . import y
from .b.z import Z as Zed

value = Y, y.Y, Zed
