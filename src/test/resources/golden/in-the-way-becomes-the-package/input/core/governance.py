from .base import Base
from labs.governance.guardian import Guardian

class Policy(Base):
    guard = Guardian
