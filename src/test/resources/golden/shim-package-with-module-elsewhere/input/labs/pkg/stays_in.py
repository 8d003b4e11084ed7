from .sub import Y
