from ..parts.two import TWO
from ..base import BASE
from ..parts import two
