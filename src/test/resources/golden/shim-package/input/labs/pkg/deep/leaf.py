from ..sub import Y
