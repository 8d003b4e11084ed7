from tests.plain import P
from .plain import P as Q
