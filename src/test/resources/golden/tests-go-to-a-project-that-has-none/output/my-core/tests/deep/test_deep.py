from ..plain import P
