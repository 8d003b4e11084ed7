from tests.core.plain import P
from .plain import P as Q
