from .. import y
from ..y import Y as Other
from a.y import Y as Absolute

def same():
    from ..y import Y
    return Y is Other is Absolute and y.Y is Other
