from ..n import N
