from ..base import Base
from core.governance.guardian import Guardian

class Policy(Base):
    guard = Guardian
